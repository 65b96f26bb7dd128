package io.orderfield.fsm.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.Person;
import io.orderfield.messaging.right.Role;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.SameInstant;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

@WithDatabase(schemas = "fsm", unit = "fsm")
class TechnicianServiceJpaTest {
    private static final TechnicianChange ANA = new TechnicianChange(
            "Ana Sousa",
            Set.of("Lisboa", "Norte"),
            Set.of("fiber", "cpe"),
            "Europe/Lisbon",
            new TechnicianChange.Home(38.7, -9.1),
            List.of(new WorkingTime(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.MIDNIGHT)),
            List.of(new Absence(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 21), "Holiday")),
            null,
            "field-system");

    @DatabaseTest
    void createsATechnicianWithHoursAndAbsences(TestDatabase database) {
        database.clear();

        TechnicianView created = as(database, s -> s.create("ana", ANA));

        assertThat(as(database, s -> s.find("ana"))).isEqualTo(created);
        assertThat(created.active()).isTrue();
        assertThat(created.region()).isEqualTo("Lisboa, Norte");
        assertThat(created.workingHours()).isEqualTo(ANA.workingHours());
        assertThat(created.absences()).isEqualTo(ANA.absences());
        assertThat(created.home()).isEqualTo(new GeoPoint(38.7, -9.1));
        assertThat(refusal(() -> as(database, s -> s.create("ana", ANA))).code())
                .isEqualTo("technician-exists");
    }

    @DatabaseTest
    void takesMondayToFridayWhereNoHoursAreSaid(TestDatabase database) {
        database.clear();

        TechnicianView created = as(database, s -> s.create("ravi", named("Ravi Menon")));

        assertThat(created.workingHours()).isEqualTo(WorkingHours.USUAL.times()).hasSize(5);
        assertThat(created.timeZone()).isEqualTo("UTC");
        assertThat(created.home()).isNull();
    }

    @DatabaseTest
    void changesWhatIsSaidAndKeepsTheRest(TestDatabase database) {
        database.clear();
        TechnicianView first = as(database, s -> s.create("ana", ANA));
        Absence training = new Absence(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 4), "Training");

        TechnicianView more = as(
                database, s -> s.change("ana", absences(List.of(first.absences().get(0), training)), first.version()));
        TechnicianView none = as(database, s -> s.change("ana", absences(List.of()), more.version()));
        TechnicianView retired = as(
                database,
                s -> s.change(
                        "ana",
                        new TechnicianChange(
                                null, null, null, null, new TechnicianChange.Home(null, null), null, null, false, ""),
                        none.version()));

        assertThat(more.absences()).containsExactly(training, first.absences().get(0));
        assertThat(more.version()).isGreaterThan(first.version());
        assertThat(none.absences()).isEmpty();
        assertThat(none.skills()).isEqualTo(first.skills());
        assertThat(retired.active()).isFalse();
        assertThat(retired.home()).isNull();
        assertThat(retired.fieldSystem()).isNull();
        assertThat(as(database, s -> s.find("ana"))).isEqualTo(retired);
        assertThat(as(database, s -> s.change("ana", named("Ana Sousa"), null))).isEqualTo(retired);
        assertThat(refusal(() -> as(database, s -> s.change("ana", named("x"), first.version())))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    @DatabaseTest
    void namesEverythingThatIsWrong(TestDatabase database) {
        database.clear();
        TechnicianChange wrong = new TechnicianChange(
                " ",
                Set.of("a|b"),
                Set.of(""),
                "Middle/Earth",
                new TechnicianChange.Home(91.0, 0.0),
                List.of(
                        new WorkingTime(DayOfWeek.MONDAY, LocalTime.of(17, 0), LocalTime.of(8, 0)),
                        new WorkingTime(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        new WorkingTime(DayOfWeek.TUESDAY, LocalTime.of(11, 0), LocalTime.of(13, 0))),
                List.of(new Absence(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 3), "x".repeat(201))),
                null,
                "No Name");

        assertThat(refusal(() -> as(database, s -> s.create("Ana", wrong))).errors())
                .extracting(Refusal.FieldProblem::field)
                .containsExactly(
                        "username",
                        "name",
                        "regions",
                        "skills",
                        "timeZone",
                        "fieldSystem",
                        "home",
                        "workingHours[0]",
                        "workingHours[2]",
                        "absences[0].lastDay",
                        "absences[0].reason");
        assertThat(refusal(() -> as(
                                database,
                                s -> s.create(
                                        "ana",
                                        new TechnicianChange(
                                                "Ana",
                                                null,
                                                null,
                                                null,
                                                new TechnicianChange.Home(1.0, null),
                                                null,
                                                null,
                                                null,
                                                null))))
                        .errors())
                .extracting(Refusal.FieldProblem::field)
                .containsExactly("home");
        assertThat(count(database, TechnicianFilter.all())).isZero();
    }

    @DatabaseTest
    void listsByEveryFilterAndPage(TestDatabase database) {
        database.clear();
        as(database, s -> s.create("ana", ANA));
        as(database, s -> s.create("bo.1", named("Bo 100%")));
        as(database, s -> s.create("cy", named("Cy")));
        as(
                database,
                s -> s.change("cy", new TechnicianChange(null, null, null, null, null, null, null, false, null), null));

        assertThat(usernames(database, TechnicianFilter.all())).containsExactly("ana", "bo.1", "cy");
        assertThat(usernames(database, new TechnicianFilter("SOUS", null, null, null)))
                .containsExactly("ana");
        assertThat(usernames(database, new TechnicianFilter("0%", null, null, null)))
                .containsExactly("bo.1");
        assertThat(usernames(database, new TechnicianFilter(null, "Norte", "fiber", true)))
                .containsExactly("ana");
        assertThat(usernames(database, new TechnicianFilter(null, "Nort", null, null)))
                .isEmpty();
        assertThat(usernames(database, new TechnicianFilter(null, null, "_pe", null)))
                .isEmpty();
        assertThat(usernames(database, new TechnicianFilter(null, null, null, false)))
                .containsExactly("cy");
        assertThat(count(database, TechnicianFilter.working(null))).isEqualTo(2);
        assertThat(usernames(database, TechnicianFilter.all(), 1, 1)).containsExactly("bo.1");
        assertThat(refusal(() -> usernames(database, TechnicianFilter.all(), 0, 201))
                        .kind())
                .isEqualTo(Refusal.Kind.INVALID);
    }

    @DatabaseTest
    void showsHomeAndAbsencesToThoseWhoPlanOnly(TestDatabase database) {
        database.clear();
        TechnicianView ana = as(database, s -> s.create("ana", ANA));

        TechnicianView planned = read(database, Role.DISPATCHER, s -> s.find("ana"));
        TechnicianView watched = read(database, Role.VIEWER, s -> s.find("ana"));

        assertThat(planned).isEqualTo(ana);
        assertThat(watched).isEqualTo(ana.withoutPersonalData());
        assertThat(watched.home()).isNull();
        assertThat(watched.absences()).isEmpty();
    }

    @DatabaseTest
    void showsATechnicianAndAFieldSystemTheirOwnRecordsOnly(TestDatabase database) {
        database.clear();
        TechnicianView crew = as(database, s -> s.create("ana", ANA));
        TechnicianView own = as(database, s -> s.create("technician", named("Own")));
        as(database, s -> s.create("other", named("Other")));

        Map.of(Role.TECHNICIAN, own, Role.FIELD_SYSTEM, crew).forEach((role, seen) -> {
            List<TechnicianView> list = read(database, role, s -> s.list(TechnicianFilter.all(), 0, 10));
            assertThat(list).containsExactly(seen);
            assertThat(TechnicianServiceJpaTest.<Long>read(database, role, s -> s.count(TechnicianFilter.all())))
                    .isEqualTo(1);
            TechnicianView found = read(database, role, s -> s.find(seen.username()));
            assertThat(found).isEqualTo(seen);
            assertThat(refusal(() -> read(database, role, s -> s.find("other"))).kind())
                    .isEqualTo(Refusal.Kind.NOT_FOUND);
            ZoneId zone = read(database, role, s -> s.zoneOf("other"));
            assertThat(zone).isEqualTo(ZoneOffset.UTC);
        });
    }

    @DatabaseTest
    void refusesTheSecondOfTwoTechniciansOfOneNameAtTheSameInstant(TestDatabase database) {
        database.clear();

        Refusal refusal = SameInstant.refusalOfTheSecond(
                database,
                em -> service(em, Role.ADMINISTRATOR).create("ana", ANA),
                em -> service(em, Role.ADMINISTRATOR).create("ana", named("Another Ana")));

        assertThat(refusal.code()).isEqualTo("technician-exists");
        assertThat(as(database, s -> s.find("ana")).name()).isEqualTo(ANA.name());
    }

    @DatabaseTest
    void candidatesAreThoseWhoFitBest(TestDatabase database) {
        database.clear();
        as(database, s -> s.create("a.region", with("A", Set.of("Norte"), Set.of())));
        as(database, s -> s.create("b.skills", with("B", Set.of(), Set.of("fiber", "cpe"))));
        as(database, s -> s.create("c.all", with("C", Set.of("Norte"), Set.of("fiber", "cpe"))));
        as(database, s -> s.create("d.none", with("D", Set.of(), Set.of())));
        as(database, s -> s.create("e.retired", with("E", Set.of("Norte"), Set.of("fiber", "cpe"))));
        as(
                database,
                s -> s.change(
                        "e.retired",
                        new TechnicianChange(null, null, null, null, null, null, null, false, null),
                        null));

        assertThat(database.<List<Technician>>inTransaction(
                        em -> new Technicians(em).candidates(Set.of("fiber", "cpe"), "Norte", 3)))
                .extracting(Technician::username)
                .containsExactly("a.region", "b.skills", "c.all");
        assertThat(database.<List<Technician>>inTransaction(em -> new Technicians(em).candidates(Set.of(), "Norte", 1)))
                .extracting(Technician::username)
                .containsExactly("a.region");
    }

    private static TechnicianChange named(String name) {
        return with(name, null, null);
    }

    private static TechnicianChange with(String name, Set<String> regions, Set<String> skills) {
        return new TechnicianChange(name, regions, skills, null, null, null, null, null, null);
    }

    private static TechnicianChange absences(List<Absence> absences) {
        return new TechnicianChange(null, null, null, null, null, null, absences, null, null);
    }

    private static List<String> usernames(TestDatabase database, TechnicianFilter filter) {
        return usernames(database, filter, 0, 200);
    }

    private static List<String> usernames(TestDatabase database, TechnicianFilter filter, int first, int max) {
        return read(database, s -> s.list(filter, first, max)).stream()
                .map(TechnicianView::username)
                .toList();
    }

    private static TechnicianView as(TestDatabase database, Function<TechnicianService, TechnicianView> call) {
        return read(database, call);
    }

    private static <T> T read(TestDatabase database, Function<TechnicianService, T> call) {
        return read(database, Role.ADMINISTRATOR, call);
    }

    private static <T> T read(TestDatabase database, Role role, Function<TechnicianService, T> call) {
        return database.inTransaction(em -> call.apply(service(em, role)));
    }

    private static TechnicianService service(EntityManager em, Role role) {
        return Injected.into(new TechnicianService(), new Technicians(em), new Person(role.word(), Set.of(role)));
    }

    private static long count(TestDatabase database, TechnicianFilter filter) {
        return read(database, s -> s.count(filter));
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
