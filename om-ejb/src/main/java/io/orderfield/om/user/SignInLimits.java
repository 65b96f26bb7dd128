package io.orderfield.om.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many attempts to sign in are checked in a window of time. */
@ApplicationScoped
public class SignInLimits {
    private final int ofUser;
    private final int ofAddress;
    private final Duration window;

    /** For the container. */
    protected SignInLimits() {
        this(0, 0, Duration.ZERO);
    }

    @Inject
    SignInLimits(
            @ConfigProperty(name = "SIGN_IN_USER_LIMIT", defaultValue = "10") int ofUser,
            @ConfigProperty(name = "SIGN_IN_ADDRESS_LIMIT", defaultValue = "100") int ofAddress,
            @ConfigProperty(name = "SIGN_IN_WINDOW_SECONDS", defaultValue = "300") int windowSeconds) {
        this(ofUser, ofAddress, Duration.ofSeconds(windowSeconds));
    }

    SignInLimits(int ofUser, int ofAddress, Duration window) {
        this.ofUser = ofUser;
        this.ofAddress = ofAddress;
        this.window = window;
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
