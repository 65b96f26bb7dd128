package io.orderfield.web.security;

import io.orderfield.om.user.AccessChanged;
import io.orderfield.om.user.Standing;
import io.orderfield.om.user.UserDirectory;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Looks up how the user stands that a token or session names. */
@ApplicationScoped
public class KnownUsers {
    @Inject
    UserDirectory directory;

    @Inject
    Clock clock;

    private ShortMemory<Standing> memory;

    @PostConstruct
    void open() {
        memory = new ShortMemory<>(clock, directory::standing);
    }

    /** The user of this name as it stands this moment: what a new session or token is bound to. */
    Optional<Standing> now(String username) {
        return memory.read(username);
    }

    /** The user that a session or token names, when it is enabled and has still the revision of then. */
    Optional<Standing> still(String username, long revision) {
        Optional<Standing> known = memory.get(username);
        boolean behind = known.isEmpty() || known.get().revision() < revision; // another node made it since
        return (behind ? memory.read(username) : known).filter(standing -> standing.revision() == revision);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged change) {
        memory.forget();
    }
}
