package io.orderfield.om.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

@WithDatabase(schemas = "om", unit = "om")
class SessionServiceJpaTest {
    private final MovableClock clock = new MovableClock();
    private final SessionLimits limits = new SessionLimits("30m", "8h");
    private FiredEvents events = new FiredEvents();

    @DatabaseTest
    void listsOpenSessionsTheLatestFirst(TestDatabase database) {
        start(database);
        String first = signIn(database, "agent");
        clock.advance(Duration.ofMinutes(10));
        String second = signIn(database, "agent");
        signIn(database, "admin");

        assertThat(database.<List<SessionView>>inTransaction(
                        em -> service(em, Users.AGENT).own()))
                .extracting(SessionView::id)
                .containsExactly(second, first);
        assertThat(ofAgent(database)).containsExactly(second, first);
    }

    @DatabaseTest
    void listsNoneThatIsOver(TestDatabase database) {
        start(database);
        String idle = signIn(database, "agent");
        String used = signIn(database, "agent");
        for (int i = 0; i < 15; i++) {
            clock.advance(Duration.ofMinutes(29));
            database.doInTransaction(em -> sessions(em).used(used));
        }
        assertThat(ofAgent(database)).as("7:15 old").containsExactly(used).doesNotContain(idle);
        clock.advance(Duration.ofMinutes(29));
        database.doInTransaction(em -> sessions(em).used(used));
        clock.advance(Duration.ofMinutes(17));
        assertThat(ofAgent(database)).as("8:01 old").isEmpty();
    }

    @DatabaseTest
    void theNextSignInClearsAwayWhatIsOver(TestDatabase database) {
        start(database);
        String idle = signIn(database, "agent");
        clock.advance(Duration.ofMinutes(32));
        String now = signIn(database, "agent");

        database.doInTransaction(em -> {
            assertThat(sessions(em).find(idle)).isEmpty();
            assertThat(sessions(em).find(now)).isPresent();
        });
    }

    @DatabaseTest
    void anEndedSessionIsNotRevivedByItsUse(TestDatabase database) {
        start(database);
        String session = signIn(database, "agent");
        database.doInTransaction(em -> service(em, Users.AGENT).endOwn(session));
        database.doInTransaction(em -> sessions(em).used(session));

        database.doInTransaction(em -> assertThat(sessions(em).find(session)).isEmpty());
        assertThat(events.of(AccessChanged.class)).containsExactly(new AccessChanged("agent"));
    }

    @DatabaseTest
    void nobodySeesOrEndsTheSessionOfAnother(TestDatabase database) {
        start(database);
        String others = signIn(database, "admin");

        assertThat(refusal(database, s -> s.own(others)).code()).isEqualTo("not-found");
        assertThat(refusal(database, s -> {
                            s.endOwn(others);
                            return "";
                        })
                        .code())
                .isEqualTo("not-found");
        assertThat(refusal(database, s -> {
                            s.endAllOwn(others);
                            return "";
                        })
                        .code())
                .isEqualTo("not-found");
        database.doInTransaction(em -> assertThat(sessions(em).find(others)).isPresent());
    }

    @DatabaseTest
    void endsAllOthersAndEveryTokenByTheRevision(TestDatabase database) {
        start(database);
        String kept = signIn(database, "agent");
        String other = signIn(database, "agent");
        long before = standing(database, "agent").revision();
        database.doInTransaction(em -> service(em, Users.AGENT).endAllOwn(kept));

        long after = standing(database, "agent").revision();
        assertThat(after).isGreaterThan(before);
        database.doInTransaction(em -> {
            assertThat(sessions(em).find(kept).orElseThrow().revision()).isEqualTo(after);
            assertThat(sessions(em).find(other)).isEmpty();
        });
        assertThat(ofAgent(database)).containsExactly(kept);
        database.doInTransaction(em -> service(em, Users.ADMINISTRATOR).endAll("agent"));
        assertThat(ofAgent(database)).isEmpty();
        assertThat(standing(database, "agent").revision()).isGreaterThan(after);
    }

    @DatabaseTest
    void theRevisionRisesWithWhatOneMayDoAndSignsInWithAlone(TestDatabase database) {
        start(database);
        revises(database, false, s -> s.change("agent", new UserChange("Alma", null, null, null), null));
        revises(database, true, s -> s.change("agent", new UserChange(null, Set.of(Roles.VIEWER), null, null), null));
        revises(database, true, s -> s.changePassword("agent", new Password("plum-otter-7-lantern-quay"), null));
        revises(database, true, s -> {
            s.change("agent", new UserChange(null, null, null, false), null);
            s.change("agent", new UserChange(null, null, null, true), null);
        });
    }

    @DatabaseTest
    void aDisabledUserStandsNowhere(TestDatabase database) {
        start(database);
        database.doInTransaction(em -> users(em).change("agent", new UserChange(null, null, null, false), null));
        database.doInTransaction(em -> {
            assertThat(UserAccess.directory(em).standing("agent")).isEmpty();
            assertThat(UserAccess.directory(em).standing("nobody")).isEmpty();
            assertThat(UserAccess.directory(em).standing("agent\0")).isEmpty();
        });
        assertThat(events.of(AccessChanged.class)).containsExactly(new AccessChanged("agent"));
    }

    private void revises(TestDatabase database, boolean rises, Consumer<UserService> change) {
        Standing before = standing(database, "agent");
        database.doInTransaction(em -> change.accept(users(em)));
        Standing after = standing(database, "agent");
        assertThat(after.revision() > before.revision()).isEqualTo(rises);
    }

    private void start(TestDatabase database) {
        database.clear();
        events = new FiredEvents();
        database.doInTransaction(em -> new UserRegister(em, clock)
                .addMissing(
                        List.of(
                                new UserView("agent", "Alma Agent", Set.of(Roles.ORDER_AGENT), null, true),
                                new UserView("admin", "Ada Admin", Set.of(Roles.ADMINISTRATOR), null, true)),
                        "orange battery staple".toCharArray()));
    }

    private String signIn(TestDatabase database, String user) {
        Standing standing = standing(database, user);
        return database.inTransaction(
                em -> sessions(em).start(standing, "192.0.2.1", "Firefox").id());
    }

    private static Standing standing(TestDatabase database, String user) {
        return database.inTransaction(
                em -> UserAccess.directory(em).standing(user).orElseThrow());
    }

    private List<String> ofAgent(TestDatabase database) {
        return database.inTransaction(em -> service(em, Users.ADMINISTRATOR).of("agent").stream()
                .map(SessionView::id)
                .toList());
    }

    private UserSessions sessions(EntityManager em) {
        return Injected.into(new UserSessions(), em, limits, clock);
    }

    private SessionService service(EntityManager em, CurrentUser caller) {
        return Injected.into(new SessionService(), em, caller, limits, events.event(), clock);
    }

    private UserService users(EntityManager em) {
        return Injected.into(
                new UserService(),
                em,
                Users.ADMINISTRATOR,
                (PartnerAccounts) number -> true,
                new SignInLimits(3, 100, 300),
                events.event(),
                clock);
    }

    private Refusal refusal(TestDatabase database, Function<SessionService, ?> work) {
        return catchThrowableOfType(
                Refusal.class, () -> database.inTransaction(em -> work.apply(service(em, Users.AGENT))));
    }
}
