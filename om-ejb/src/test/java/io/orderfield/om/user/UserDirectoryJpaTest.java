package io.orderfield.om.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Injected;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@WithDatabase(schemas = "om", unit = "om")
class UserDirectoryJpaTest {
    private static final char[] PASSWORD = "correct horse".toCharArray();

    @DatabaseTest
    void authenticatesWithTheRightPasswordOnly(TestDatabase database) {
        UserView agent = new UserView("alma", "Alma", Set.of(Roles.ORDER_AGENT, Roles.VIEWER), null, true);
        UserView disabled = new UserView("gone", "Gone", Set.of(Roles.ORDER_AGENT), null, false);
        database.doInTransaction(
                em -> new UserRegister(em, Clock.systemUTC()).addMissing(List.of(agent, disabled), PASSWORD));

        database.doInTransaction(em -> {
            UserDirectory directory = UserAccess.directory(em);
            assertThat(UserAccess.authenticate(em, "alma", new String(PASSWORD)))
                    .contains(agent);
            assertThat(UserAccess.authenticate(em, "alma", "Correct horse")).isEmpty();
            assertThat(UserAccess.authenticate(em, "gone", new String(PASSWORD)))
                    .isEmpty();
            assertThat(UserAccess.authenticate(em, "nobody", new String(PASSWORD)))
                    .isEmpty();
            assertThat(directory.find("alma")).contains(agent);
        });
    }

    @DatabaseTest
    void neverChangesAUserThatExists(TestDatabase database) {
        UserView user = new UserView("once", "First", Set.of(Roles.VIEWER), null, true);
        UserView again = new UserView("once", "Second", Set.of(Roles.ADMINISTRATOR), null, true);

        assertThat(register(database, user)).isTrue();
        assertThat(register(database, again)).isFalse();
        assertThat(database.<Optional<UserView>>inTransaction(
                        em -> UserAccess.directory(em).find("once")))
                .contains(user);
    }

    @DatabaseTest
    void refusesAPartnerWithoutAccountAndUnknownRoles(TestDatabase database) {
        for (UserView wrong : List.of(
                new UserView("p1", "P", Set.of(Roles.PARTNER), null, true),
                new UserView("p2", "P", Set.of(Roles.VIEWER), CatalogFixture.ACCOUNT, true),
                new UserView("p3", "P", Set.of("king"), null, true))) {
            assertThatThrownBy(() -> register(database, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @DatabaseTest
    void createsTheFirstAdministratorFromTheSettingAlone(TestDatabase database) {
        database.clear();
        database.doInTransaction(em -> first(em, Optional.empty()).create());
        assertThat(isEmpty(database)).isTrue();
        assertThatThrownBy(() -> database.doInTransaction(
                        em -> first(em, Optional.of("Administrator-1")).create()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("ADMIN_PASSWORD is too easy to guess");
        assertThat(isEmpty(database)).isTrue();

        database.doInTransaction(
                em -> first(em, Optional.of("quiet lantern river")).create());
        database.doInTransaction(
                em -> first(em, Optional.of("marble lamp crow")).create());
        database.doInTransaction(em -> {
            assertThat(UserAccess.authenticate(em, "admin", "quiet lantern river"))
                    .hasValueSatisfying(u -> assertThat(u.roles()).containsExactly(Roles.ADMINISTRATOR));
            assertThat(em.createQuery("select count(u) from UserAccount u", Long.class)
                            .getSingleResult())
                    .isEqualTo(1);
        });
    }

    @DatabaseTest
    void neverKeepsThePassword(TestDatabase database) {
        register(database, new UserView("kept", "K", Set.of(Roles.VIEWER), null, true));
        Object hash = database.inTransaction(
                em -> em.createNativeQuery("select password_hash from om.user_account where username = 'kept'")
                        .getSingleResult());
        assertThat(hash.toString()).startsWith("pbkdf2-sha512:210000:").doesNotContain("correct");
    }

    private static FirstAdministrator first(EntityManager em, Optional<String> password) {
        return Injected.into(new FirstAdministrator(), new UserRegister(em, Clock.systemUTC()), password, false);
    }

    private static boolean isEmpty(TestDatabase database) {
        return database.inTransaction(em -> new UserRegister(em, Clock.systemUTC()).isEmpty());
    }

    private static boolean register(TestDatabase database, UserView user) {
        return database.inTransaction(em -> new UserRegister(em, Clock.systemUTC()).addIfMissing(user, PASSWORD));
    }
}
