package io.orderfield.om.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.MovableClock;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.testing.Users;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/** Signing in by the real tables, each step in a transaction of its own, as in the container. */
@WithDatabase(schemas = "om", unit = "om")
class SignInsJpaTest {
    private static final String PASSWORD = "quiet lantern river";
    private static final SignInLimits LIMITS = new SignInLimits(10, 12, 300);
    private static final Origin HOME = Origin.of("192.0.2.1");
    private static final Origin ELSEWHERE = Origin.of("198.51.100.7");

    private final MovableClock clock = new MovableClock();
    private final CountedWork work = new CountedWork();

    @DatabaseTest
    void checksNoMoreThanTheLimitHoweverManyComeAtOnceOnTwoNodes(TestDatabase database) throws Exception {
        start(database);
        List<SignIns> nodes = List.of(signIns(database), signIns(database));

        List<SignIn> results = atOnce(40, i -> nodes.get(i % 2).attempt("alma", guess(i), ELSEWHERE));

        assertThat(work.done.get()).isEqualTo(10);
        assertThat(results).filteredOn(r -> r.retryAfterSeconds() > 0).hasSize(30);
        assertThat(results).noneMatch(r -> r.user() != null);
    }

    @DatabaseTest
    void letsAUserInWhereItSignedInFromBeforeWhateverOthersTry(TestDatabase database) {
        start(database);
        SignIns signIns = signIns(database);
        assertThat(signIns.attempt("alma", right(), HOME).user()).isNotNull();
        clock.advance(Duration.ofMinutes(2)); // what was proven a moment ago is forgotten

        for (int i = 0; i < 40; i++) {
            signIns.attempt("nobody-" + i, guess(i), HOME);
            signIns.attempt("alma", guess(i), ELSEWHERE);
        }

        assertThat(signIns.attempt("alma", right(), ELSEWHERE).retryAfterSeconds())
                .as("from somewhere new")
                .isPositive();
        assertThat(signIns.attempt("bert", right(), HOME).retryAfterSeconds())
                .as("somebody new at that address")
                .isPositive();
        assertThat(signIns.attempt("alma", right(), HOME).user()).isNotNull();
        assertThat(signIns.attempt("alma", right(), new Origin(ELSEWHERE.address(), "b1"))
                        .user())
                .as("with a browser that proves it")
                .isNotNull();
    }

    @DatabaseTest
    void brakesGuessesWhereTheUserIsKnownToo(TestDatabase database) {
        start(database);
        SignIns signIns = signIns(database);
        signIns.attempt("alma", right(), HOME);
        int before = work.done.get();
        for (int i = 0; i < 20; i++) {
            signIns.attempt("alma", guess(i), HOME);
            signIns.attempt("alma", guess(i), new Origin(HOME.address(), "b1"));
        }
        assertThat(work.done.get() - before).isEqualTo(20);
    }

    @DatabaseTest
    void checksAgainWhenTheWindowHasEndedOrAnAdministratorUnlocks(TestDatabase database) {
        start(database);
        SignIns signIns = signIns(database);
        exhaust(signIns);
        SignIn braked = signIns.attempt("alma", right(), ELSEWHERE);
        assertThat(braked.retryAfterSeconds()).isBetween(1, 301);
        assertThat(locked(database)).containsExactly("alma");

        database.doInTransaction(em -> users(em).unlock("alma"));
        assertThat(locked(database)).isEmpty();
        assertThat(signIns.attempt("alma", guess(0), ELSEWHERE).retryAfterSeconds())
                .isZero();

        exhaust(signIns);
        clock.advance(Duration.ofSeconds(braked.retryAfterSeconds()));
        assertThat(signIns.attempt("alma", right(), ELSEWHERE).user()).isNotNull();
    }

    @DatabaseTest
    void harmsNoUserByAttemptsBeyondTheLimitOfTheirAddress(TestDatabase database) {
        start(database);
        SignIns signIns = signIns(database);
        for (int i = 0; i < 12; i++) {
            signIns.attempt("nobody-" + i, guess(i), ELSEWHERE);
        }
        for (int i = 0; i < 20; i++) {
            signIns.attempt("alma", guess(i), ELSEWHERE);
        }
        assertThat(signIns.attempt("alma", right(), HOME).user()).isNotNull();
    }

    @DatabaseTest
    void countsNoRightPasswordAsAFailure(TestDatabase database) {
        start(database);
        for (int i = 0; i < 15; i++) {
            Origin somewhere = Origin.of("203.0.113." + i);
            assertThat(signIns(database).attempt("alma", right(), somewhere).user())
                    .isNotNull();
        }
    }

    @DatabaseTest
    void forgetsAPlaceAfterThirtyDays(TestDatabase database) {
        start(database);
        SignIns signIns = signIns(database);
        signIns.attempt("alma", right(), HOME);
        clock.advance(SignInBrake.REMEMBERED.plusSeconds(1));
        brake(database).purge();
        exhaust(signIns);
        assertThat(signIns.attempt("alma", right(), HOME).retryAfterSeconds()).isPositive();
    }

    @DatabaseTest
    void takesTheSameAttemptsAtOnceForOne(TestDatabase database) throws Exception {
        start(database);
        SignIns signIns = signIns(database);
        List<SignIn> results = atOnce(20, i -> signIns.attempt("alma", right(), HOME));
        assertThat(results).allMatch(r -> r.user() != null);
        assertThat(work.done.get()).isEqualTo(1);
    }

    @DatabaseTest
    void remembersARightPasswordForAMinuteUnlessTheUserChanges(TestDatabase database) {
        start(database);
        SignIns signIns = signIns(database);
        signIns.attempt("alma", right(), HOME);
        signIns.attempt("alma", right(), HOME);
        assertThat(work.done.get()).isEqualTo(1);

        clock.advance(ProvenCredentials.KEPT);
        signIns.attempt("alma", right(), HOME);
        assertThat(work.done.get()).isEqualTo(2);

        database.doInTransaction(em -> users(em).changePassword("alma", new Password("marble lamp crow"), null));
        assertThat(signIns.attempt("alma", right(), HOME).user()).isNull();
        database.doInTransaction(em -> users(em).change("bert", new UserChange(null, null, null, false), null));
        assertThat(signIns.attempt("bert", right(), HOME).user()).isNull();
    }

    @DatabaseTest
    void doesTheSameWorkForAnUnknownUser(TestDatabase database) {
        start(database);
        assertThat(signIns(database).attempt("nobody", right(), HOME).user()).isNull();
        assertThat(signIns(database).attempt("no\0body", right(), HOME).user()).isNull();
        assertThat(signIns(database).attempt("x".repeat(5_000), right(), HOME).user())
                .isNull();
        assertThat(work.done.get()).isEqualTo(3);
    }

    @DatabaseTest
    void countsNothingThatItHadNoTimeToCheck(TestDatabase database) {
        start(database);
        work.busy = true;
        for (int i = 0; i < 20; i++) {
            int n = i;
            Assertions.assertThatThrownBy(() -> signIns(database).attempt("alma", guess(n), HOME))
                    .isInstanceOf(TooBusyException.class);
        }
        work.busy = false;
        assertThat(signIns(database).attempt("alma", right(), HOME).user()).isNotNull();
    }

    @DatabaseTest
    void changesTheOwnPasswordWithTheOldOne(TestDatabase database) {
        start(database);
        database.doInTransaction(em -> users(em).changePassword("alma", new Password("velvet crow 71 stairs"), null));
        OwnPassword own = own(database, "alma");
        assertThat(field(() -> own.change("not the old one", new Password("marble lamp crow"), HOME)))
                .isEqualTo("oldPassword");
        assertThat(field(() -> own.change("velvet crow 71 stairs", new Password("velvet crow 71 stairs"), HOME)))
                .isEqualTo("password");
        assertThat(field(() -> own.change("velvet crow 71 stairs", new Password("alma-2026-alma"), HOME)))
                .isEqualTo("password");

        UserView changed = own.change("velvet crow 71 stairs", new Password("marble lamp crow"), HOME)
                .user();
        assertThat(changed).isNotNull().matches(user -> !user.passwordChangeRequired());
        assertThat(signIns(database)
                        .attempt("alma", "marble lamp crow".toCharArray(), HOME)
                        .user())
                .isEqualTo(changed);
        assertThat(signIns(database)
                        .attempt("alma", "velvet crow 71 stairs".toCharArray(), HOME)
                        .user())
                .isNull();
    }

    @DatabaseTest
    void brakesWhoGuessesTheOldPassword(TestDatabase database) {
        start(database);
        OwnPassword own = own(database, "alma");
        for (int i = 0; i < 10; i++) {
            String guess = "guess " + i;
            assertThat(field(() -> own.change(guess, new Password("marble lamp crow"), HOME)))
                    .isEqualTo("oldPassword");
        }
        assertThat(own.change(PASSWORD, new Password("marble lamp crow"), HOME).retryAfterSeconds())
                .isPositive();
    }

    @DatabaseTest
    void asksPeopleAloneToChangeWhatSomebodyElseSet(TestDatabase database) {
        start(database);
        assertThat(signIns(database).attempt("alma", right(), HOME).user())
                .isNotNull()
                .matches(user -> !user.passwordChangeRequired(), "a password from before is nobody else's");
        database.doInTransaction(em -> {
            users(em).changePassword("alma", new Password("marble lamp crow"), null);
            users(em).create(new NewUser("field", "Field", Set.of(Roles.FIELD_SYSTEM), null, true, strong()));
            users(em).create(new NewUser("petra", "Petra", Set.of(Roles.VIEWER), null, true, strong()));
        });
        database.doInTransaction(em -> {
            UserDirectory directory = UserAccess.directory(em);
            assertThat(directory.find("alma")).get().matches(UserView::passwordChangeRequired);
            assertThat(directory.find("petra")).get().matches(UserView::passwordChangeRequired);
            assertThat(directory.find("field")).get().matches(user -> !user.passwordChangeRequired());
        });
    }

    @DatabaseTest
    void signsEqualTextsEquallyOnEveryNode(TestDatabase database) {
        start(database);
        String one = database.inTransaction(
                em -> Injected.into(new SigningKey(), em, clock).sign("text"));
        String other = database.inTransaction(
                em -> Injected.into(new SigningKey(), em, clock).sign("text"));
        assertThat(other).isEqualTo(one).hasSizeGreaterThan(40);
        assertThat(database.<String>inTransaction(
                        em -> Injected.into(new SigningKey(), em, clock).sign("texts")))
                .isNotEqualTo(one);
    }

    private void exhaust(SignIns signIns) {
        for (int i = 0; i < 10; i++) {
            signIns.attempt("alma", guess(i), ELSEWHERE);
        }
    }

    private static String field(Supplier<?> change) {
        return Assertions.catchThrowableOfType(Refusal.class, change::get)
                .errors()
                .get(0)
                .field();
    }

    private void start(TestDatabase database) {
        database.clear();
        work.done.set(0);
        String hash = PasswordHash.of(right(), 1); // the work is counted, not done
        database.doInTransaction(em -> {
            for (UserView user : List.of(
                    new UserView("alma", "Alma", Set.of(Roles.ORDER_AGENT), null, true),
                    new UserView("bert", "Bert", Set.of(Roles.VIEWER), null, true))) {
                em.persist(new UserAccount(user, hash, "system", clock.instant()));
            }
        });
    }

    private SignIns signIns(TestDatabase database) {
        return new SignIns(directory(database), brake(database), work, clock);
    }

    private OwnPassword own(TestDatabase database, String name) {
        OwnAccount account = new OwnAccount() {
            private OwnAccount in(EntityManager em) {
                return Injected.into(
                        new OwnAccount(),
                        em,
                        new KnownUser(new UserView(name, name, Set.of(), null, true)),
                        new FiredEvents().event(),
                        clock);
            }

            @Override
            public UserView user() {
                return database.inTransaction(em -> in(em).user());
            }

            @Override
            public UserView replacePassword(String hash) {
                return database.inTransaction(em -> in(em).replacePassword(hash));
            }
        };
        return new OwnPassword(signIns(database), work, account);
    }

    private static UserDirectory directory(TestDatabase database) {
        return new UserDirectory() {
            @Override
            public Optional<Credentials> credentials(String username) {
                return database.inTransaction(em -> UserAccess.directory(em).credentials(username));
            }

            @Override
            public void noteUse(UUID secret) {
                database.doInTransaction(em -> UserAccess.directory(em).noteUse(secret));
            }
        };
    }

    private SignInBrake brake(TestDatabase database) {
        return new SignInBrake() {
            private SignInBrake in(EntityManager em) {
                return Injected.into(new SignInBrake(), em, LIMITS, clock);
            }

            @Override
            public Attempt count(String username, Origin origin) {
                return database.inTransaction(em -> in(em).count(username, origin));
            }

            @Override
            public void takeBack(Attempt attempt) {
                database.doInTransaction(em -> in(em).takeBack(attempt));
            }

            @Override
            public void succeeded(String username, Origin origin, Attempt attempt) {
                database.doInTransaction(em -> in(em).succeeded(username, origin, attempt));
            }

            @Override
            public void purge() {
                database.doInTransaction(em -> in(em).purge());
            }
        };
    }

    private UserService users(EntityManager em) {
        return Injected.into(
                new UserService(),
                em,
                Users.ADMINISTRATOR,
                (PartnerAccounts) number -> true,
                LIMITS,
                new FiredEvents().event(),
                clock);
    }

    private Set<String> locked(TestDatabase database) {
        return database.inTransaction(em -> users(em).locked());
    }

    private static Password strong() {
        return new Password(PASSWORD);
    }

    private static char[] right() {
        return PASSWORD.toCharArray();
    }

    private static char[] guess(int i) {
        return ("guess " + i).toCharArray();
    }

    private interface Numbered {
        SignIn at(int i);
    }

    private static List<SignIn> atOnce(int times, Numbered attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<SignIn>> attempts = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int n = i;
                attempts.add(() -> attempt.at(n));
            }
            List<SignIn> results = new ArrayList<>();
            for (Future<SignIn> result : threads.invokeAll(attempts)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Counts how many passwords were hashed. */
    private static final class CountedWork extends PasswordWork {
        private final AtomicInteger done = new AtomicInteger();
        private volatile boolean busy;

        CountedWork() {
            super(2, Duration.ofMinutes(1));
        }

        @Override
        <T> T run(Supplier<T> work) {
            if (busy) {
                throw new TooBusyException();
            }
            done.incrementAndGet();
            return super.run(work);
        }
    }
}
