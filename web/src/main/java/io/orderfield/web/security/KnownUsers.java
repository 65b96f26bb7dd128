package io.orderfield.web.security;

import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks up who a token or session names. Remembers the answer for ten seconds: that long a disabled user or a withdrawn
 * role may still work on this node.
 */
@ApplicationScoped
public class KnownUsers {
    static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private record Memory(Optional<UserView> user, Instant until) {}

    @Inject
    UserDirectory directory;

    private final Clock clock;

    private final Map<String, Memory> memories = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Memory> eldest) {
            return size() > MOST;
        }
    };

    public KnownUsers() {
        this(Clock.systemUTC());
    }

    KnownUsers(Clock clock) {
        this.clock = clock;
    }

    /** The user of this name, when there is one and it is enabled. */
    Optional<UserView> enabled(String username) {
        Instant now = clock.instant();
        synchronized (memories) {
            Memory memory = memories.get(username);
            if (memory != null && now.isBefore(memory.until())) {
                return memory.user();
            }
        }
        Optional<UserView> user = directory.find(username).filter(UserView::enabled);
        if (user.isPresent() && user.get().passwordChangeRequired()) {
            return user; // the change takes effect at once
        }
        synchronized (memories) {
            memories.remove(username);
            memories.put(username, new Memory(user, now.plus(REMEMBERED)));
        }
        return user;
    }
}
