package io.orderfield.om.fallout;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people do with fallouts. Who reads orders reads them (partners do not: they say what goes on inside); managers and
 * dispatchers take care of them. {@code expectedVersion} is the version that the caller saw, null when it does not matter.
 */
@Stateless
@May(Right.READ_FALLOUTS)
public class FalloutService {
    private static final String WHAT = "fallout";

    /** Who may take care of a fallout. */
    private static final Set<String> CARERS = Set.of(Roles.ORDER_MANAGER, Roles.DISPATCHER);

    @Inject
    private Fallouts fallouts;

    @Inject
    private UserDirectory users;

    @Inject
    private CurrentUser user;

    @Inject
    @Any
    private Instance<Retry> retries;

    @Inject
    private Clock clock;

    /**
     * Fallouts, newest first.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<FalloutView> list(FalloutFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        return fallouts.list(filter, first, max).stream().map(this::view).toList();
    }

    /** How many fallouts the filter matches. */
    public long count(FalloutFilter filter) {
        return fallouts.count(filter);
    }

    /** One fallout. */
    @May(value = Right.READ_FALLOUTS, hidden = true)
    public FalloutView find(String number) {
        return view(fallouts.find(number).orElseThrow(() -> Refusal.notFound(WHAT, number)));
    }

    /** Who may take care of fallouts, by name. */
    public List<UserView> carers() {
        return users.withRoles(CARERS);
    }

    /** Gives a fallout to a user who is enabled and may take care of it. */
    @May(Right.HANDLE_FALLOUTS)
    public FalloutView assign(String number, String owner, @Nullable Long expectedVersion) {
        UserView carer = users.find(owner)
                .filter(UserView::enabled)
                .filter(u -> u.roles().stream().anyMatch(CARERS::contains))
                .orElseThrow(() -> invalid("owner", Sentence.of("field.owner")));
        Fallout fallout = locked(number, expectedVersion);
        fallout.assign(carer.username());
        return changed(fallout);
    }

    /**
     * Tries again what failed, as far as the cause allows, and ends the fallout. What fails once more raises another one.
     *
     * @throws Refusal {@code no-retry} when the cause knows none, {@code nothing-to-retry}, {@code wrong-state}, STALE,
     *     NOT_FOUND, and whatever stands against the step itself
     */
    @May(Right.HANDLE_FALLOUTS)
    public FalloutView retry(String number, @Nullable Long expectedVersion) {
        // the records come before the fallout in the order of locks
        Fallouts.Aim aim = fallouts.aim(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
        Optional<Retry> retry = retryOf(aim.cause());
        if (retry.isEmpty() || aim.subject() == null) {
            throw Refusal.conflict("no-retry").with("number", number).showing("cause", aim.cause());
        }
        Sentence done = retry.get().retry(aim.subject(), aim.cause(), user.name());
        Fallout fallout = locked(number, expectedVersion);
        fallout.resolve(done, user.name(), clock.instant());
        return changed(fallout);
    }

    /**
     * Ends a fallout.
     *
     * @param reason what was done, 1 to 4,000 characters
     */
    @May(Right.HANDLE_FALLOUTS)
    public FalloutView resolve(String number, String reason, @Nullable Long expectedVersion) {
        String done = Checks.reason(reason);
        Fallout fallout = locked(number, expectedVersion);
        fallout.resolve(Sentence.verbatim(done), user.name(), clock.instant());
        return changed(fallout);
    }

    private FalloutView changed(Fallout fallout) {
        fallouts.flush();
        return view(fallout);
    }

    private FalloutView view(Fallout fallout) {
        return fallout.view(retryOf(fallout.cause()).isPresent());
    }

    private Optional<Retry> retryOf(String cause) {
        for (Retry retry : retries) {
            if (retry.causes().contains(cause)) {
                return Optional.of(retry);
            }
        }
        return Optional.empty();
    }

    private Fallout locked(String number, @Nullable Long expectedVersion) {
        Fallout fallout = fallouts.lock(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
        Refusal.checkVersion(expectedVersion, fallout.version(), WHAT, number);
        return fallout;
    }

    private static Refusal invalid(String field, Sentence message) {
        return Refusal.invalid(field, message);
    }
}
