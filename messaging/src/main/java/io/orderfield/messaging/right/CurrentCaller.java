package io.orderfield.messaging.right;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The caller of now: who signed in to a page or the API, or the sender of the message that is worked off. */
@ApplicationScoped
@Typed({Caller.class, CurrentCaller.class})
public class CurrentCaller implements Caller {
    private static final String SYSTEM = "system";

    private final ThreadLocal<Caller> sender = new ThreadLocal<>();

    @Inject
    private @Nullable SecurityContext container;

    /** Does the work as the sender of a message, whom the broker has vouched for: the container knows no caller then. */
    public void as(Caller vouchedFor, Runnable work) {
        Caller before = sender.get();
        sender.set(vouchedFor);
        try {
            work.run();
        } finally {
            if (before == null) {
                sender.remove();
            } else {
                sender.set(before);
            }
        }
    }

    @Override
    public String name() {
        Caller known = sender.get();
        if (known != null) {
            return known.name();
        }
        Principal signedIn = signedIn();
        return signedIn == null ? SYSTEM : signedIn.getName();
    }

    @Override
    public boolean has(String role) {
        Caller known = sender.get();
        if (known != null) {
            return known.has(role);
        }
        return container != null && signedIn() != null && container.isCallerInRole(role);
    }

    /** Null where nobody signed in, as on the threads of listeners and timers. */
    private @Nullable Principal signedIn() {
        return container == null ? null : container.getCallerPrincipal();
    }
}
