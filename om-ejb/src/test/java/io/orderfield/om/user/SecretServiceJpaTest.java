package io.orderfield.om.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.testing.Users;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

@WithDatabase(schemas = "om", unit = "om")
class SecretServiceJpaTest {
    private static final String PASSWORD = "quiet lantern river";

    @DatabaseTest
    void generatesASecretThatIsShownOnceAndKeptAsAHash(TestDatabase database) {
        start(database, "");
        NewSecret created = with(database, s -> s.create("robot"));

        assertThat(created.characters()).startsWith("ofs_").hasSize(47);
        assertThat(created.toString()).doesNotContain(created.characters());
        assertThat(good(database, created.characters())).isTrue();
        assertThat(good(database, "")).as("no password was given").isFalse();
        Object stored = database.inTransaction(em ->
                em.createNativeQuery("select secret_hash from om.user_secret").getSingleResult());
        assertThat(stored.toString()).hasSize(64).isNotEqualTo(created.characters());
        assertThat(SecretServiceJpaTest.<List<SecretView>>with(database, s -> s.list("robot")))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.id()).isEqualTo(created.view().id());
                    assertThat(view.createdBy()).isEqualTo("admin");
                    assertThat(view.lastUsedAt()).isNull();
                });
    }

    @DatabaseTest
    void keepsTwoGoodAtATimeThePasswordFromBeforeBeingTheOldest(TestDatabase database) {
        start(database, PASSWORD);
        String first = with(database, s -> s.create("robot")).characters();
        assertThat(good(database, PASSWORD)).isTrue();
        assertThat(good(database, first)).isTrue();

        String second = with(database, s -> s.create("robot")).characters();
        assertThat(good(database, PASSWORD)).isFalse();
        assertThat(good(database, first)).isTrue();
        assertThat(good(database, second)).isTrue();

        String third = with(database, s -> s.create("robot")).characters();
        assertThat(good(database, first)).isFalse();
        assertThat(good(database, second)).isTrue();
        assertThat(good(database, third)).isTrue();
    }

    @DatabaseTest
    void endsOneAtOnceAndRaisesTheRevision(TestDatabase database) {
        start(database, PASSWORD);
        NewSecret created = with(database, s -> s.create("robot"));
        long before = revision(database);
        with(database, s -> {
            s.end("robot", created.view().id());
            return true;
        });
        assertThat(good(database, created.characters())).isFalse();
        assertThat(revision(database)).isGreaterThan(before);
        with(database, s -> {
            s.end("robot", SecretView.PASSWORD);
            return true;
        });
        assertThat(good(database, PASSWORD)).isFalse();
        assertThat(SecretServiceJpaTest.<List<SecretView>>with(database, s -> s.list("robot")))
                .isEmpty();
        for (String gone : List.of(created.view().id(), SecretView.PASSWORD, "nonsense")) {
            assertThat(refusal(database, s -> {
                                s.end("robot", gone);
                                return true;
                            })
                            .kind())
                    .isEqualTo(Refusal.Kind.NOT_FOUND);
        }
    }

    @DatabaseTest
    void givesPeopleNone(TestDatabase database) {
        start(database, "");
        database.doInTransaction(em -> users(em)
                .create(new NewUser("petra", "Petra", Set.of(Roles.VIEWER), null, true, new Password(PASSWORD))));
        assertThat(refusal(database, s -> s.create("petra")).code()).isEqualTo("no-machine-user");
        assertThat(refusal(database, s -> s.list("nobody")).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @DatabaseTest
    void endsThemWhenTheMachineBecomesAPerson(TestDatabase database) {
        start(database, "");
        String secret = with(database, s -> s.create("robot")).characters();
        database.doInTransaction(
                em -> users(em).change("robot", new UserChange(null, Set.of(Roles.VIEWER), null, null), null));
        database.doInTransaction(
                em -> users(em).change("robot", new UserChange(null, Set.of(Roles.FIELD_SYSTEM), null, null), null));
        assertThat(good(database, secret)).isFalse();
    }

    @DatabaseTest
    void notesWhenOneWasUsed(TestDatabase database) {
        start(database, "");
        String secret = with(database, s -> s.create("robot")).characters();
        database.doInTransaction(em -> {
            UserDirectory directory = UserAccess.directory(em);
            directory.noteUse(directory
                    .credentials("robot")
                    .orElseThrow()
                    .secret(secret.toCharArray())
                    .orElseThrow()
                    .id());
        });
        assertThat(SecretServiceJpaTest.<List<SecretView>>with(database, s -> s.list("robot"))
                        .get(0)
                        .lastUsedAt())
                .isNotNull();
    }

    private static void start(TestDatabase database, String password) {
        database.clear();
        database.doInTransaction(em -> users(em)
                .create(new NewUser("robot", "Robot", Set.of(Roles.FIELD_SYSTEM), null, true, new Password(password))));
    }

    private static boolean good(TestDatabase database, String given) {
        return database.inTransaction(em -> {
            Credentials known = UserAccess.directory(em).credentials("robot").orElseThrow();
            return known.secret(given.toCharArray()).isPresent()
                    || PasswordHash.verify(known.passwordHash(), given.toCharArray());
        });
    }

    private static long revision(TestDatabase database) {
        return database.inTransaction(em ->
                UserAccess.directory(em).credentials("robot").orElseThrow().revision());
    }

    private static UserService users(EntityManager em) {
        return Injected.into(
                new UserService(),
                em,
                Users.ADMINISTRATOR,
                (PartnerAccounts) number -> true,
                new SignInLimits(10, 100, 300),
                new FiredEvents().event(),
                Clock.tickMillis(ZoneOffset.UTC));
    }

    private static <T> T with(TestDatabase database, Function<SecretService, T> work) {
        return database.inTransaction(em -> work.apply(Injected.into(
                new SecretService(),
                em,
                Users.ADMINISTRATOR,
                new FiredEvents().event(),
                Clock.tickMillis(ZoneOffset.UTC))));
    }

    private static Refusal refusal(TestDatabase database, Function<SecretService, ?> work) {
        return catchThrowableOfType(Refusal.class, () -> with(database, work::apply));
    }
}
