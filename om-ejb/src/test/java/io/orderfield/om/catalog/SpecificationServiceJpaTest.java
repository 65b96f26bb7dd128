package io.orderfield.om.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.OmSentences;
import io.orderfield.om.testing.Users;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@WithDatabase(schemas = "om", unit = "om")
class SpecificationServiceJpaTest {
    private static final CharacteristicView COLOR =
            new CharacteristicView("color", "choice", true, List.of("red", "green"));

    private static void startAnew(TestDatabase database) {
        database.clear();
        database.doInTransaction(CatalogFixture::ensure);
    }

    @DatabaseTest
    void createsASpecificationWithCharacteristicsAndTree(TestDatabase database) {
        startAnew(database);
        SpecificationView created = create(
                database,
                "VIDEO",
                "product",
                List.of(COLOR, new CharacteristicView("cameras", "NUMBER", false, List.of())),
                new PartView(CatalogFixture.SERVICE, 1),
                new PartView(CatalogFixture.RESOURCE, 4));

        assertThat(created.active()).isTrue();
        assertThat(created.updatedBy()).isEqualTo("admin");
        assertThat(created.characteristics())
                .containsExactly(COLOR, new CharacteristicView("cameras", "number", false, List.of()));
        assertThat((Object) with(database, s -> s.find("VIDEO"))).isEqualTo(created);
        assertThat(SpecificationServiceJpaTest.<List<SpecificationNode>>with(database, s -> s.tree("VIDEO")))
                .extracting(SpecificationNode::depth, SpecificationNode::code, SpecificationNode::total)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(0, "VIDEO", 1L),
                        org.assertj.core.api.Assertions.tuple(1, CatalogFixture.SERVICE, 1L),
                        org.assertj.core.api.Assertions.tuple(1, CatalogFixture.RESOURCE, 4L));
        assertThat(SpecificationServiceJpaTest.<List<String>>with(database, s -> s.wholesOf(CatalogFixture.RESOURCE)))
                .containsExactly(CatalogFixture.PRODUCT, "VIDEO");
    }

    @DatabaseTest
    void namesEveryProblem(TestDatabase database) {
        startAnew(database);
        Refusal refusal = refusal(
                database,
                s -> s.create(new NewSpecification(
                        "has blanks",
                        "",
                        "thing",
                        List.of(
                                new CharacteristicView("1st", "text", false, List.of()),
                                new CharacteristicView("size", "size", false, List.of()),
                                new CharacteristicView("SIZE", "choice", false, List.of()),
                                new CharacteristicView("kind", "text", false, List.of("a")),
                                new CharacteristicView("pick", "choice", false, List.of("a", "A", "b\nc"))),
                        List.of(
                                new PartView("NONE", 0),
                                new PartView(CatalogFixture.SERVICE, 1),
                                new PartView(CatalogFixture.SERVICE, 1)))));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.errors())
                .extracting("field")
                .containsExactly(
                        "code",
                        "name",
                        "type",
                        "characteristics[0].name",
                        "characteristics[1].type",
                        "characteristics[2].name",
                        "characteristics[2].choices",
                        "characteristics[3].choices",
                        "characteristics[4].choices[1]",
                        "characteristics[4].choices[2]",
                        "parts[0].factor",
                        "parts[0].code",
                        "parts[2].code");
    }

    @DatabaseTest
    void refusesACodeThatIsTakenWhateverItsCase(TestDatabase database) {
        startAnew(database);
        Refusal refusal = refusal(
                database, s -> s.create(new NewSpecification("fiber-internet", "X", "product", List.of(), List.of())));
        assertThat(refusal.code()).isEqualTo("code-taken");
    }

    @DatabaseTest
    void refusesToBeRealizedAsItself(TestDatabase database) {
        startAnew(database);
        create(database, "A", "service", List.of());
        create(database, "B", "service", List.of(), new PartView("A", 1));
        create(database, "C", "service", List.of(), new PartView("B", 2));

        Refusal refusal = refusal(database, s -> s.change("A", parts(new PartView("C", 1)), null));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.code()).isEqualTo("specification-cycle");
        assertThat(refusal.data()).containsExactly(entry("path", List.of("A", "C", "B", "A")));
        assertThat(refusal(database, s -> s.change("A", parts(new PartView("A", 1)), null))
                        .code())
                .isEqualTo("specification-cycle");
        assertThat(with(database, s -> s.find("A")).parts()).isEmpty();
    }

    @DatabaseTest
    void refusesATreeThatIsTooDeepFromAnyEnd(TestDatabase database) {
        startAnew(database);
        create(database, "L0", "service", List.of());
        for (int level = 1; level <= SpecificationTrees.DEEPEST; level++) {
            create(database, "L" + level, "service", List.of(), new PartView("L" + (level - 1), 1));
        }
        assertThat(refusal(
                                database,
                                s -> s.create(new NewSpecification(
                                        "TOP", "Top", "product", List.of(), List.of(new PartView("L10", 1)))))
                        .code())
                .isEqualTo("specification-too-deep");
        create(database, "BELOW", "service", List.of());
        Refusal below = refusal(database, s -> s.change("L0", parts(new PartView("BELOW", 1)), null));
        assertThat(below.code()).isEqualTo("specification-too-deep");
        assertThat(below.data()).containsExactly(entry("levels", 11));
    }

    @DatabaseTest
    void refusesPartsThatTheTypeCanNotHave(TestDatabase database) {
        startAnew(database);
        assertThat(refusal(
                                database,
                                s -> s.change(
                                        CatalogFixture.SERVICE,
                                        parts(new PartView(CatalogFixture.STRICT_PRODUCT, 1)),
                                        null))
                        .errors())
                .extracting("field")
                .containsExactly("parts[0].code");
        assertThat(refusal(
                                database,
                                s -> s.change(
                                        CatalogFixture.RESOURCE, parts(new PartView(CatalogFixture.SERVICE, 1)), null))
                        .errors())
                .extracting(e -> OmSentences.english(e.message()))
                .containsExactly("a resource can't be realized as the service FIBER-ACCESS");
    }

    @DatabaseTest
    void changesWhatIsGivenAndRaisesTheVersionForRowsAlone(TestDatabase database) {
        startAnew(database);
        SpecificationView before = with(database, s -> s.find(CatalogFixture.PRODUCT));

        SpecificationView after = with(
                database,
                s -> s.change(before.code(), parts(new PartView(CatalogFixture.RESOURCE, 3)), before.version()));
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.parts()).containsExactly(new PartView(CatalogFixture.RESOURCE, 3));
        assertThat(after.characteristics()).isEqualTo(before.characteristics());
        assertThat(after.name()).isEqualTo(before.name());

        assertThat((Object) with(
                        database, s -> s.change(before.code(), parts(new PartView(CatalogFixture.RESOURCE, 3)), null)))
                .as("nothing is different")
                .isEqualTo(after);
        assertThat(refusal(database, s -> s.change(before.code(), parts(), before.version()))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        assertThat(refusal(database, s -> s.change("NONE", parts(), null)).kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @DatabaseTest
    void keepsActiveSpecificationsOnActiveParts(TestDatabase database) {
        startAnew(database);
        Refusal inUse = refusal(database, s -> s.change(CatalogFixture.SERVICE, active(false), null));
        assertThat(inUse.code()).isEqualTo("specification-in-use");
        assertThat(inUse.data()).containsExactly(entry("wholes", List.of(CatalogFixture.PRODUCT)));

        with(database, s -> s.change(CatalogFixture.PRODUCT, active(false), null));
        with(database, s -> s.change(CatalogFixture.SERVICE, active(false), null));
        Refusal inactive = refusal(database, s -> s.change(CatalogFixture.PRODUCT, active(true), null));
        assertThat(inactive.code()).isEqualTo("inactive-parts");
        assertThat(inactive.data()).containsExactly(entry("parts", List.of(CatalogFixture.SERVICE)));
        assertThat(refusal(
                                database,
                                s -> s.create(new NewSpecification(
                                        "NEW",
                                        "New",
                                        "product",
                                        List.of(),
                                        List.of(new PartView(CatalogFixture.SERVICE, 1)))))
                        .code())
                .isEqualTo("inactive-parts");

        with(database, s -> s.change(CatalogFixture.SERVICE, active(true), null));
        assertThat(with(database, s -> s.change(CatalogFixture.PRODUCT, active(true), null))
                        .active())
                .isTrue();
    }

    @DatabaseTest
    void listsByTypeTextAndState(TestDatabase database) {
        startAnew(database);
        assertThat(codes(database, new CatalogFilter("fiber", null, null, null, null, null)))
                .containsExactly(CatalogFixture.SERVICE, CatalogFixture.PRODUCT);
        assertThat(codes(database, new CatalogFilter(null, null, null, "Resource", null, null)))
                .containsExactly(CatalogFixture.RESOURCE);
        assertThat(codes(database, new CatalogFilter(null, null, null, "product", true, "-code")))
                .containsExactly(CatalogFixture.STRICT_PRODUCT, CatalogFixture.PRODUCT);
        assertThat(refusal(database, s -> s.list(new CatalogFilter(null, null, null, "thing", null, null), 0, 1))
                        .code())
                .isEqualTo("unknown-type");
    }

    private static List<String> codes(TestDatabase database, CatalogFilter filter) {
        List<String> codes = with(database, s -> s.list(filter, 0, 200).stream()
                .map(SpecificationView::code)
                .toList());
        assertThat(SpecificationServiceJpaTest.<Long>with(database, s -> s.count(filter)))
                .isEqualTo(codes.size());
        return codes;
    }

    private static SpecificationView create(
            TestDatabase database,
            String code,
            String type,
            List<CharacteristicView> characteristics,
            PartView... parts) {
        return with(
                database,
                s -> s.create(new NewSpecification(code, "The " + code, type, characteristics, List.of(parts))));
    }

    private static SpecificationChange parts(PartView... parts) {
        return new SpecificationChange(null, null, null, List.of(parts));
    }

    private static SpecificationChange active(@Nullable Boolean active) {
        return new SpecificationChange(null, active, null, null);
    }

    private static <T> T with(TestDatabase database, Function<SpecificationService, T> work) {
        return database.inTransaction(em -> work.apply(
                Injected.into(new SpecificationService(), em, Users.ADMINISTRATOR, Clock.tickMillis(ZoneOffset.UTC))));
    }

    private static Refusal refusal(TestDatabase database, Function<SpecificationService, ?> work) {
        return catchThrowableOfType(Refusal.class, () -> with(database, work::apply));
    }
}
