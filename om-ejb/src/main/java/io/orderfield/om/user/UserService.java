package io.orderfield.om.user;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.ListQuery.Sort;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.UniqueKey;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Administrators keep the users: create and change them, disable who leaves, set a new password. Nobody is deleted, since
 * notes and orders name who wrote them. There is always an administrator who can sign in.
 */
@Stateless
@May(Right.MANAGE_USERS)
public class UserService {
    private static final Map<String, String> SORTS = Map.of("username", "u.username", "displayName", "u.displayName");

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private CurrentUser caller;

    @Inject
    private PartnerAccounts accounts;

    @Inject
    private SignInLimits limits;

    @Inject
    private Event<AccessChanged> changes;

    @Inject
    private Clock clock;

    /**
     * One page of the users, by user name when the filter names no order.
     *
     * @param max 1 to 200
     */
    public List<ManagedUser> list(UserFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        return query(filter)
                .query(entityManager, "u", UserAccount.class, order(filter.sort()))
                .setFirstResult(first)
                .setMaxResults(max)
                .setHint("eclipselink.batch", "u.roles")
                .getResultList()
                .stream()
                .map(UserAccount::managed)
                .toList();
    }

    /** How many users the filter lets through. */
    public long count(UserFilter filter) {
        return query(filter).count(entityManager, "u");
    }

    /** The user of this name. */
    @May(value = Right.MANAGE_USERS, hidden = true)
    public ManagedUser find(String username) {
        UserAccount user = entityManager.find(UserAccount.class, username);
        if (user == null) {
            throw Refusal.notFound("user", username);
        }
        return user.managed();
    }

    /** Creates a user. */
    public ManagedUser create(NewUser user) {
        UserView valid = UserChecks.checked(
                new UserView(user.username(), user.displayName(), user.roles(), user.account(), user.enabled(), true),
                user.password(),
                accounts);
        if (entityManager.find(UserAccount.class, valid.username()) != null) {
            throw taken(valid.username());
        }
        UserAccount created = new UserAccount(valid, user.password().hash(), caller.name(), now());
        entityManager.persist(created);
        UniqueKey.flush(entityManager, () -> taken(valid.username()));
        return created.managed();
    }

    /** Changes a user; what is the same as before is no change. Other roles end the sessions and tokens. */
    public ManagedUser change(String username, UserChange change, @Nullable Long expectedVersion) {
        // before the user itself: two administrators who disable each other wait here, and the second is refused
        List<String> administrators = lockedAdministrators();
        UserAccount user = locked(username, expectedVersion);
        UserView now = user.view();
        UserView valid = UserChecks.checked(change.of(now), null, accounts);
        boolean administers = valid.enabled() && valid.roles().contains(Roles.ADMINISTRATOR);
        if (!administers && administrators.equals(List.of(username))) {
            throw Refusal.conflict("last-administrator").with("username", username);
        }
        if (!valid.equals(now)) {
            user.change(valid, caller.name(), now());
            if (!valid.isMachine()) {
                UserDirectory.secrets(entityManager, username).forEach(entityManager::remove);
            }
            entityManager.flush();
            changes.fire(new AccessChanged(username));
        }
        return user.managed();
    }

    /** Gives a user a new password, to be changed at the next sign-in; the old one is worth nothing from now on, nor are sessions and tokens. */
    public ManagedUser changePassword(String username, Password password, @Nullable Long expectedVersion) {
        UserAccount user = locked(username, expectedVersion);
        user.changePassword(password.checked(user.view()).hash(), caller.name(), now());
        entityManager.flush();
        changes.fire(new AccessChanged(username));
        return user.managed();
    }

    /** Forgets the failed attempts to sign in as this user, so that the next one is checked. */
    public ManagedUser unlock(String username) {
        ManagedUser user = find(username);
        SignInCounts.forget(entityManager, username);
        return user;
    }

    /** Names of the users whose attempts to sign in from somewhere new are refused for now; the first 200. */
    public Set<String> locked() {
        return Set.copyOf(SignInCounts.over(entityManager, limits.ofUser(), now(), ListQuery.LARGEST_PAGE));
    }

    private static Refusal taken(String username) {
        return Refusal.conflict("username-taken").with("username", username);
    }

    private List<String> lockedAdministrators() {
        return entityManager
                .createQuery(
                        "select u from UserAccount u join u.roles r where r = :role order by u.username",
                        UserAccount.class)
                .setParameter("role", Roles.ADMINISTRATOR)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .filter(UserAccount::isEnabled)
                .map(UserAccount::username)
                .toList();
    }

    private UserAccount locked(String username, @Nullable Long expectedVersion) {
        UserAccount user = entityManager.find(UserAccount.class, username, LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            throw Refusal.notFound("user", username);
        }
        Refusal.checkVersion(expectedVersion, user.managed().version(), "user", username);
        return user;
    }

    private static ListQuery query(UserFilter filter) {
        ListQuery query = new ListQuery("UserAccount u").equal("u.account", "account", filter.account());
        if (filter.role() != null) {
            if (!Roles.ALL.contains(filter.role())) {
                throw Refusal.invalid("unknown-role").with("role", filter.role());
            }
            query.where(":role member of u.roles", "role", filter.role());
        }
        if (filter.enabled() != null) {
            // as text: beside a function EclipseLink writes H2 a number for a boolean, which H2 can't compare
            query.where(
                    "lower(cast(u.enabled varchar(5))) = :enabled",
                    "enabled",
                    filter.enabled().toString());
        }
        return query.containing(filter.text(), ListQuery.like("u.username"), ListQuery.like("u.displayName"));
    }

    private static String order(@Nullable String wanted) {
        Sort sort = Sort.of(wanted, "username", SORTS, "users");
        return " order by " + sort.path() + sort.direction()
                + (sort.path().equals("u.username") ? "" : ", u.username" + sort.direction());
    }

    private Instant now() {
        return clock.instant();
    }
}
