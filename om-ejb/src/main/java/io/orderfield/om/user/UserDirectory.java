package io.orderfield.om.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The users. Authentication and look-up are open to callers without a role: they decide who gets one. */
@Stateless
@PermitAll
public class UserDirectory {
    private static final int MOST_OF_A_ROLE = 200;
    private static final int MOST_PARTNERS = 10_000;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** What it takes to sign in as this user, enabled or not. */
    public Optional<Credentials> credentials(String username) {
        return account(username)
                .map(user -> new Credentials(
                        user.view(),
                        user.revision(),
                        user.passwordHash(),
                        user.view().isMachine() ? secrets(entityManager, username) : List.of()));
    }

    /** Notes that a generated secret was used; to the minute, so that not every call writes. */
    public void noteUse(UUID secret) {
        Instant now = clock.instant();
        entityManager
                .createQuery("update UserSecret s set s.lastUsedAt = :now where s.id = :id"
                        + " and (s.lastUsedAt is null or s.lastUsedAt < :stale)")
                .setParameter("now", now)
                .setParameter("id", secret)
                .setParameter("stale", now.minus(Duration.ofMinutes(1)))
                .executeUpdate();
    }

    /** The generated secrets of a user, the oldest first. */
    static List<UserSecret> secrets(EntityManager entityManager, String username) {
        return entityManager
                .createQuery(
                        "select s from UserSecret s where s.username = :username order by s.createdAt, s.id",
                        UserSecret.class)
                .setParameter("username", username)
                .getResultList();
    }

    /** The user of this name, enabled or not. */
    public Optional<UserView> find(String username) {
        return account(username).map(UserAccount::view);
    }

    /** How the user of this name stands now; empty when there is none, or it is disabled. */
    public Optional<Standing> standing(String username) {
        return account(username).filter(UserAccount::isEnabled).map(user -> new Standing(user.view(), user.revision()));
    }

    /** Enabled users who have one of the roles, by name; the first 200. */
    public List<UserView> withRoles(Set<String> roles) {
        return entityManager
                .createQuery(
                        "select distinct u from UserAccount u join u.roles r where u.enabled = true and r in :roles"
                                + " order by u.displayName, u.username",
                        UserAccount.class)
                .setParameter("roles", roles)
                .setHint("eclipselink.batch", "u.roles")
                .setMaxResults(MOST_OF_A_ROLE)
                .getResultList()
                .stream()
                .map(UserAccount::view)
                .toList();
    }

    /** The account of each enabled partner user, by user name; the first 10,000. */
    public Map<String, String> partners() {
        return entityManager
                .createQuery(
                        "select u.username, u.account from UserAccount u join u.roles r where u.enabled = true"
                                + " and u.account is not null and r = :partner order by u.username",
                        Object[].class)
                .setParameter("partner", Roles.PARTNER)
                .setMaxResults(MOST_PARTNERS)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private Optional<UserAccount> account(String username) {
        // a zero is no text for a database
        return username.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.ofNullable(entityManager.find(UserAccount.class, username));
    }
}
