package io.orderfield.om.user;

import io.orderfield.kernel.Shared;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many attempts to sign in are checked: in a window of time, and at once. */
@Shared
public class SignInLimits {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int ofUser;
    private final int ofAddress;
    private final Duration window;

    @Inject
    SignInLimits(
            @ConfigProperty(name = "SIGN_IN_USER_LIMIT", defaultValue = "10") int ofUser,
            @ConfigProperty(name = "SIGN_IN_ADDRESS_LIMIT", defaultValue = "100") int ofAddress,
            @ConfigProperty(name = "SIGN_IN_WINDOW_SECONDS", defaultValue = "300") int windowSeconds) {
        this.ofUser = ofUser;
        this.ofAddress = ofAddress;
        this.window = Duration.ofSeconds(windowSeconds);
    }

    /** As many passwords at once as there are processors. */
    @Produces
    @Singleton
    static PasswordWork passwordWork() {
        return new PasswordWork(Runtime.getRuntime().availableProcessors(), PATIENCE);
    }

    /** Failures of one user from everywhere that is new for that user, or from one place that is not. */
    int ofUser() {
        return ofUser;
    }

    /** Failures from one address of users for whom it is new, or whom there is not. */
    int ofAddress() {
        return ofAddress;
    }

    Duration window() {
        return window;
    }
}
