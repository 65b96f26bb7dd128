package io.orderfield.om.fallout;

import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with fallouts. */
@Stateless
@RolesAllowed({Roles.ORDER_MANAGER, Roles.DISPATCHER, Roles.ADMINISTRATOR})
public class FalloutService {
    private static final int LONGEST_RESOLUTION = 4_000;

    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    @Inject
    private JpaFallouts fallouts;

    @Inject
    private UserDirectory users;

    @Inject
    private CurrentUser user;

    /** For the container. */
    public FalloutService() {}

    /**
     * Fallouts, newest first.
     *
     * @param state OPEN, IN_PROGRESS or RESOLVED; null for all
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<FalloutView> list(@Nullable String state, int first, int max) {
        if (first < 0 || max < 1 || max > 200) {
            throw Refusal.invalid("invalid-page", "A page starts at 0 or later and has 1 to 200 fallouts.");
        }
        return fallouts.list(state == null ? null : stateNamed(state), first, max).stream()
                .map(Fallout::view)
                .toList();
    }

    /** Gives a fallout to a user who is enabled. */
    @RolesAllowed({Roles.ORDER_MANAGER, Roles.DISPATCHER})
    public FalloutView assign(String number, String owner) {
        UserView user = users.find(owner)
                .filter(UserView::enabled)
                .orElseThrow(() -> invalid("owner", "There is no enabled user " + owner + "."));
        Fallout fallout = locked(number);
        fallout.assign(user.username());
        return fallout.view();
    }

    /**
     * Ends a fallout.
     *
     * @param reason what was done, 1 to 4,000 characters
     */
    @RolesAllowed({Roles.ORDER_MANAGER, Roles.DISPATCHER})
    public FalloutView resolve(String number, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_RESOLUTION) {
            throw invalid("reason", "Say what was done, in at most " + LONGEST_RESOLUTION + " characters.");
        }
        Fallout fallout = locked(number);
        fallout.resolve(reason, user.name(), clock.instant());
        return fallout.view();
    }

    private Fallout locked(String number) {
        return fallouts.lock(number).orElseThrow(() -> Refusal.notFound("fallout", number));
    }

    private static FalloutState stateNamed(String name) {
        return Arrays.stream(FalloutState.values())
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("state", "There is no state " + name + "."));
    }

    private static Refusal invalid(String field, String message) {
        return Refusal.invalid(List.of(new Refusal.FieldProblem(field, message)));
    }
}
