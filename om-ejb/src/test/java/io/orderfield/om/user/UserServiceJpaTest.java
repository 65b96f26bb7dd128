package io.orderfield.om.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.SameInstant;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.OmSentences;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.testing.Users;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@WithDatabase(schemas = "om", unit = "om")
class UserServiceJpaTest {
    private static final Password PASSWORD = new Password("quiet lantern river");

    private static void startWithoutUsers(TestDatabase database) {
        database.clear();
        database.doInTransaction(CatalogFixture::ensure);
    }

    @DatabaseTest
    void createsAUserWhoCanSignIn(TestDatabase database) {
        startWithoutUsers(database);
        ManagedUser created =
                with(database, s -> s.create(user("alma", Set.of(Roles.ORDER_AGENT, Roles.VIEWER), null)));

        assertThat(created.user().enabled()).isTrue();
        assertThat(created.updatedBy()).isEqualTo("admin");
        database.doInTransaction(em -> assertThat(UserAccess.authenticate(em, "alma", "quiet lantern river"))
                .contains(created.user()));
        assertThat((Object) with(database, s -> s.find("alma"))).isEqualTo(created);
    }

    @DatabaseTest
    void namesEveryProblemOfANewUser(TestDatabase database) {
        startWithoutUsers(database);
        NewUser wrong =
                new NewUser("Has Blanks", " ", Set.of("king"), CatalogFixture.ACCOUNT, true, new Password("short"));
        assertThat(refusal(database, s -> s.create(wrong)).errors())
                .extracting("field")
                .containsExactly("username", "displayName", "roles", "account", "password");
        assertThat(refusal(database, s -> s.create(user("pia", Set.of(Roles.PARTNER), null)))
                        .errors())
                .extracting(FieldProblem::field, e -> OmSentences.english(e.message()))
                .containsExactly(org.assertj.core.api.Assertions.tuple("account", "a partner needs one"));
        assertThat(refusal(database, s -> s.create(user("pia", Set.of(Roles.PARTNER), "ACCT-NONE")))
                        .errors())
                .extracting(e -> OmSentences.english(e.message()))
                .containsExactly("there is no account ACCT-NONE");
        assertThat(refusal(
                                database,
                                s -> s.create(
                                        user("pia", Set.of(Roles.PARTNER, Roles.ORDER_AGENT), CatalogFixture.ACCOUNT)))
                        .errors())
                .extracting("field")
                .containsExactly("roles");
        assertThat(refusal(database, s -> s.create(user("pia", Set.of(), null))).errors())
                .extracting("field")
                .containsExactly("roles");
        assertThat(UserServiceJpaTest.<Long>with(database, s -> s.count(UserFilter.ALL)))
                .isZero();
    }

    @DatabaseTest
    void refusesANameThatIsTaken(TestDatabase database) {
        startWithoutUsers(database);
        with(database, s -> s.create(user("alma", Set.of(Roles.VIEWER), null)));
        assertThat(refusal(database, s -> s.create(user("alma", Set.of(Roles.ADMINISTRATOR), null)))
                        .code())
                .isEqualTo("username-taken");
    }

    @DatabaseTest
    void refusesPasswordsThatAreGuessed(TestDatabase database) {
        startWithoutUsers(database);
        for (String weak :
                List.of("", "            ", "kX9#mP2$vL5", "x".repeat(201), "Almamater-agent", "Password1234!")) {
            NewUser wrong = new NewUser("almamater-agent", "A", Set.of(Roles.VIEWER), null, true, new Password(weak));
            assertThat(refusal(database, s -> s.create(wrong)).errors())
                    .extracting("field")
                    .containsExactly("password");
        }
    }

    @DatabaseTest
    void changesRolesAccountAndNameAndRaisesTheVersion(TestDatabase database) {
        startWithoutUsers(database);
        ManagedUser before = with(database, s -> s.create(user("pia", Set.of(Roles.VIEWER), null)));

        ManagedUser partner = with(
                database,
                s -> s.change(
                        "pia",
                        new UserChange(null, Set.of(Roles.PARTNER), CatalogFixture.ACCOUNT, null),
                        before.version()));
        assertThat(partner.user())
                .isEqualTo(new UserView("pia", "The pia", Set.of(Roles.PARTNER), CatalogFixture.ACCOUNT, true));
        assertThat(partner.version()).isGreaterThan(before.version());

        ManagedUser agent = with(
                database,
                s -> s.change("pia", new UserChange("Pia", Set.of(Roles.ORDER_AGENT), "", null), partner.version()));
        assertThat(agent.user()).isEqualTo(new UserView("pia", "Pia", Set.of(Roles.ORDER_AGENT), null, true, true));
        assertThat((Object) with(database, s -> s.change("pia", new UserChange("Pia", null, null, true), null)))
                .as("nothing is different")
                .isEqualTo(agent);
        assertThat(refusal(database, s -> s.change("pia", new UserChange("X", null, null, null), before.version()))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        assertThat(refusal(database, s -> s.change("nobody", new UserChange("X", null, null, null), null))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @DatabaseTest
    void raisesTheVersionForRolesAlone(TestDatabase database) {
        startWithoutUsers(database);
        ManagedUser before = with(database, s -> s.create(user("alma", Set.of(Roles.VIEWER), null)));
        ManagedUser after = with(
                database,
                s -> s.change("alma", new UserChange(null, Set.of(Roles.VIEWER, Roles.DISPATCHER), null, null), null));
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat((Object) with(database, s -> s.find("alma"))).isEqualTo(after);
    }

    @DatabaseTest
    void letsNobodySignInWhoIsDisabled(TestDatabase database) {
        startWithoutUsers(database);
        with(database, s -> s.create(user("alma", Set.of(Roles.VIEWER), null)));
        with(database, s -> s.change("alma", new UserChange(null, null, null, false), null));
        database.doInTransaction(em -> assertThat(UserAccess.authenticate(em, "alma", "quiet lantern river"))
                .isEmpty());
    }

    @DatabaseTest
    void keepsOneAdministratorWhoCanSignIn(TestDatabase database) {
        startWithoutUsers(database);
        with(database, s -> s.create(user("ada", Set.of(Roles.ADMINISTRATOR, Roles.VIEWER), null)));
        with(database, s -> s.create(new NewUser("away", "Away", Set.of(Roles.ADMINISTRATOR), null, false, PASSWORD)));

        for (UserChange last : List.of(
                new UserChange(null, null, null, false), new UserChange(null, Set.of(Roles.VIEWER), null, null))) {
            Refusal refusal = refusal(database, s -> s.change("ada", last, null));
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(refusal.code()).isEqualTo("last-administrator");
        }
        with(database, s -> s.change("ada", new UserChange("Ada", null, null, null), null));

        with(database, s -> s.change("away", new UserChange(null, null, null, true), null));
        ManagedUser disabled = with(database, s -> s.change("ada", new UserChange(null, null, null, false), null));
        assertThat(disabled.user().enabled()).isFalse();
    }

    @DatabaseTest
    void keepsOneOfTwoAdministratorsWhoDisableEachOtherAtOnce(TestDatabase database) throws Exception {
        startWithoutUsers(database);
        with(database, s -> s.create(user("ada", Set.of(Roles.ADMINISTRATOR), null)));
        with(database, s -> s.create(user("bea", Set.of(Roles.ADMINISTRATOR), null)));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<@Nullable Refusal> first =
                    () -> refusal(database, s -> s.change("ada", new UserChange(null, null, null, false), null));
            Callable<@Nullable Refusal> second =
                    () -> refusal(database, s -> s.change("bea", new UserChange(null, null, null, false), null));
            int refused = 0;
            for (Future<@Nullable Refusal> done : two.invokeAll(List.of(first, second))) {
                Refusal refusal = done.get();
                if (refusal != null) {
                    assertThat(refusal.code()).isEqualTo("last-administrator");
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            two.shutdownNow();
        }
        assertThat(UserServiceJpaTest.<Long>with(
                        database, s -> s.count(new UserFilter(null, Roles.ADMINISTRATOR, null, true, null))))
                .isEqualTo(1);
    }

    @DatabaseTest
    void replacesThePassword(TestDatabase database) {
        startWithoutUsers(database);
        ManagedUser before = with(database, s -> s.create(user("alma", Set.of(Roles.VIEWER), null)));
        ManagedUser after =
                with(database, s -> s.changePassword("alma", new Password("marble lamp crow"), before.version()));
        assertThat(after.version()).isGreaterThan(before.version());
        database.doInTransaction(em -> {
            assertThat(UserAccess.authenticate(em, "alma", "quiet lantern river"))
                    .isEmpty();
            assertThat(UserAccess.authenticate(em, "alma", "marble lamp crow")).isPresent();
        });
        assertThat(refusal(database, s -> s.changePassword("alma", new Password("short"), null))
                        .errors())
                .extracting("field")
                .containsExactly("password");
        assertThat(refusal(database, s -> s.changePassword("nobody", PASSWORD, null))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @DatabaseTest
    void showsNeitherPasswordNorHash(TestDatabase database) {
        startWithoutUsers(database);
        ManagedUser created = with(database, s -> s.create(user("alma", Set.of(Roles.VIEWER), null)));
        assertThat(created.toString()).doesNotContain("lantern", "pbkdf2");
        assertThat(user("alma", Set.of(Roles.VIEWER), null).toString()).doesNotContain("lantern");
    }

    @DatabaseTest
    void refusesTheSecondOfTwoUsersOfOneNameAtTheSameInstant(TestDatabase database) {
        startWithoutUsers(database);
        Refusal refusal = SameInstant.refusalOfTheSecond(
                database, em -> service(em).create(user("alma", Set.of(Roles.VIEWER), null)), em -> service(em)
                        .create(user("alma", Set.of(Roles.ORDER_AGENT), null)));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.code()).isEqualTo("username-taken");
        assertThat(with(database, s -> s.find("alma")).user().roles()).containsExactly(Roles.VIEWER);
    }

    @DatabaseTest
    void findsUsersByTextRoleAndState(TestDatabase database) {
        startWithoutUsers(database);
        with(database, s -> s.create(user("alma", Set.of(Roles.ORDER_AGENT), null)));
        with(database, s -> s.create(user("almost", Set.of(Roles.VIEWER), null)));
        with(database, s -> s.create(user("pia", Set.of(Roles.PARTNER), CatalogFixture.ACCOUNT)));
        with(database, s -> s.change("almost", new UserChange(null, null, null, false), null));

        assertThat(names(database, new UserFilter("ALM", null, null, null, null)))
                .containsExactly("alma", "almost");
        assertThat(names(database, new UserFilter("a_m", null, null, null, null)))
                .isEmpty();
        assertThat(names(database, new UserFilter(null, Roles.PARTNER, null, null, null)))
                .containsExactly("pia");
        assertThat(names(database, new UserFilter(null, null, CatalogFixture.ACCOUNT, null, null)))
                .containsExactly("pia");
        assertThat(names(database, new UserFilter(null, null, null, false, null)))
                .containsExactly("almost");
        assertThat(names(database, new UserFilter(null, null, null, null, "-displayName")))
                .containsExactly("pia", "almost", "alma");
        assertThat(UserServiceJpaTest.<List<ManagedUser>>with(database, s -> s.list(UserFilter.ALL, 1, 1)))
                .extracting(u -> u.user().username())
                .containsExactly("almost");
        assertThat(refusal(database, s -> s.list(new UserFilter(null, "king", null, null, null), 0, 1))
                        .code())
                .isEqualTo("unknown-role");
        assertThat(refusal(database, s -> s.list(new UserFilter(null, null, null, null, "hash"), 0, 1))
                        .code())
                .isEqualTo("unknown-sort");
    }

    private static List<String> names(TestDatabase database, UserFilter filter) {
        List<String> names = with(database, s -> s.list(filter, 0, 200).stream()
                .map(u -> u.user().username())
                .toList());
        assertThat(UserServiceJpaTest.<Long>with(database, s -> s.count(filter)))
                .isEqualTo(names.size());
        return names;
    }

    private static NewUser user(String name, Set<String> roles, @Nullable String account) {
        return new NewUser(name, "The " + name, roles, account, true, PASSWORD);
    }

    private static <T> T with(TestDatabase database, Function<UserService, T> work) {
        return database.inTransaction(em -> work.apply(service(em)));
    }

    private static UserService service(EntityManager em) {
        return Injected.into(
                new UserService(),
                em,
                Users.ADMINISTRATOR,
                (PartnerAccounts)
                        number -> CatalogFixture.catalog(em).account(number).isPresent(),
                new SignInLimits(3, 100, 300),
                new FiredEvents().event(),
                Clock.tickMillis(ZoneOffset.UTC));
    }

    private static Refusal refusal(TestDatabase database, Function<UserService, ?> work) {
        return catchThrowableOfType(Refusal.class, () -> with(database, work::apply));
    }
}
