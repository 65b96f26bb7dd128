package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.PUBLISHER;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.publications;
import static io.orderfield.om.policy.Policy.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Beans;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.SameInstant;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.testing.Users;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.files.TableFiles.Format;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@WithDatabase(schemas = "om", unit = "om")
class PublicationServiceJpaTest {
    private static final PolicyFacts FACTS =
            new PolicyFacts("FIBER-ACCESS", "ADD", "Lisboa", "PT", null, 1, 3, 10, null, Map.of());

    @DatabaseTest
    void decidesWithWhatWasPublishedFromTheNextDecisionOn(TestDatabase database) {
        Policy.fresh(database);
        DraftView draft = draft(database, "QUALITY-CHECK");
        DecisionTableVersionView published = publish(database, draft, now("the survey is no use"));

        assertThat(published.version()).isEqualTo(2);
        assertThat(published.state()).isEqualTo(TableVersionState.PUBLISHED);
        assertThat(published.publishedBy()).isEqualTo("publisher");
        assertThat(published.authors()).containsExactly("author");
        assertThat(published.reason()).isEqualTo("the survey is no use");
        assertThat(published.basedOn()).isEqualTo(1);
        assertThat(decided(database)).containsExactly("QUALITY-CHECK");
        refused("not-found", () -> drafts(database, AUTHOR, s -> s.find(TABLE, draft.id())));
        database.doInTransaction(em -> {
            DecisionTableService tables = Policy.on(em).get(DecisionTableService.class);
            assertThat(tables.version(TABLE, 1).state()).isEqualTo(TableVersionState.SUPERSEDED);
            assertThat(tables.differences(TABLE, 1, 2)).isNotEmpty();
            assertThat(tables.differences(TABLE, 2, 2)).isEmpty();
            assertThat(new String(tables.file(TABLE, 2, Format.CSV), StandardCharsets.UTF_8))
                    .contains("only,FIBER-ACCESS");
        });
    }

    @DatabaseTest
    void bringsTheOldTableBack(TestDatabase database) {
        Policy.fresh(database);
        publish(database, draft(database, "QUALITY-CHECK"), now("try"));
        DraftView restored = drafts(database, AUTHOR, s -> s.create(TABLE, 1));
        DecisionTableVersionView third = publish(database, restored, now("it was better"));
        assertThat(third.version()).isEqualTo(3);
        assertThat(third.basedOn()).isEqualTo(1);
        assertThat(decided(database)).containsExactly("SITE-SURVEY", "FIBER-INSTALL");
    }

    @DatabaseTest
    void keepsWhatIsPlannedUntilItsTimeAndTakesItBackBefore(TestDatabase database) {
        Policy.fresh(database);
        DraftView draft = draft(database, "QUALITY-CHECK");
        Instant at = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        DecisionTableVersionView planned =
                publish(database, draft, new PublicationRequest("from tomorrow on", at, null, null));
        assertThat(planned.state()).isEqualTo(TableVersionState.PLANNED);
        assertThat(planned.effectiveAt()).isEqualTo(at);
        assertThat(decided(database)).containsExactly("SITE-SURVEY", "FIBER-INSTALL");

        DraftView other = draft(database, "AP-INSTALL");
        refused("publication-planned", () -> publish(database, other, now("at once")));

        assertThat(publications(database, PUBLISHER, Map.of(), s -> s.withdraw(TABLE, 2))
                        .state())
                .isEqualTo(TableVersionState.WITHDRAWN);
        refused("not-planned", () -> publications(database, PUBLISHER, Map.of(), s -> s.withdraw(TABLE, 2)));
        refused("not-planned", () -> publications(database, PUBLISHER, Map.of(), s -> s.withdraw(TABLE, 1)));
        refused("not-found", () -> publications(database, PUBLISHER, Map.of(), s -> s.withdraw(TABLE, 9)));
        assertThat(publish(database, other, now("at once")).version()).isEqualTo(3);
        assertThat(decided(database)).containsExactly("AP-INSTALL");
    }

    @DatabaseTest
    void publishesNothingWithAnErrorAndNothingWithAWarningUnsaid(TestDatabase database) {
        Policy.fresh(database);
        DraftView wrong = draft(database, "");
        assertThat(refused("draft-has-errors", () -> publish(database, wrong, now("try")))
                        .data())
                .containsKey("findings");
        assertThat(decided(database)).containsExactly("SITE-SURVEY", "FIBER-INSTALL");

        database.doInTransaction(CatalogFixture::ensure);
        DraftView gaps = only(database, "QUALITY-CHECK");
        assertThat(refused("warnings-not-acknowledged", () -> publish(database, gaps, now("try")))
                        .data())
                .containsKey("findings");
        DecisionTableVersionView published =
                publish(database, gaps, new PublicationRequest("try", null, "nothing else is sold yet", null));
        assertThat(published.warnings()).isEqualTo("nothing else is sold yet");
    }

    @DatabaseTest
    void asksForAWordOnlyWhereAWarningIsNew(TestDatabase database) {
        Policy.fresh(database);
        database.doInTransaction(CatalogFixture::ensure);
        publish(database, only(database, "QUALITY-CHECK"), new PublicationRequest("try", null, "so it is", null));

        DraftView same = only(database, "AP-INSTALL");
        assertThat(same.findings()).isNotEmpty().allMatch(TableFindingView::known);
        DecisionTableVersionView published = publish(database, same, now("the same gaps"));
        assertThat(published.warnings()).isNull();

        DraftView doubled = drafts(database, AUTHOR, s -> {
            Map<String, String> cells = Map.of("specification", "FIBER-ACCESS", "template", "AP-INSTALL");
            DraftRowView only = new DraftRowView("only", null, null, null, null, cells);
            DraftRowView again = new DraftRowView("again", null, null, null, null, cells);
            return s.replace(TABLE, s.create(TABLE, null).id(), new DraftContent(null, List.of(only, again)), null);
        });
        assertThat(doubled.findings().stream().filter(found -> !found.known()))
                .extracting(TableFindingView::kind)
                .containsExactly("DUPLICATE");
        assertThat((List<?>) refused("warnings-not-acknowledged", () -> publish(database, doubled, now("twice")))
                        .data()
                        .get("findings"))
                .hasSize(1);
    }

    @DatabaseTest
    void publishesNothingThatSaysTheSameAndNothingWithoutAReason(TestDatabase database) {
        Policy.fresh(database);
        DraftView same = drafts(database, AUTHOR, s -> s.create(TABLE, null));
        refused("nothing-to-publish", () -> publish(database, same, now("again")));
        for (String reason : new String[] {null, " ", "x".repeat(4_001)}) {
            refused("invalid-request", () -> publish(database, same, now(reason)));
        }
        refused(
                "invalid-request",
                () -> publish(database, same, new PublicationRequest("late", Policy.AT, null, null)));
        refused(
                "stale",
                () -> publications(
                        database,
                        PUBLISHER,
                        Map.of(),
                        s -> s.publish(TABLE, same.id(), now("old"), same.revision() - 1)));
    }

    @DatabaseTest
    void plansNothingBeyondAYear(TestDatabase database) {
        Policy.fresh(database);
        DraftView draft = draft(database, "QUALITY-CHECK");
        Instant last = Policy.AT.plus(366, ChronoUnit.DAYS);
        for (Instant far : List.of(Instant.MAX, last.plusMillis(1))) {
            refused(
                    "invalid-request",
                    () -> publish(database, draft, new PublicationRequest("some day", far, null, null)));
        }
        assertThat(publish(database, draft, new PublicationRequest("next year", last, null, null))
                        .effectiveAt())
                .isEqualTo(last);
    }

    @DatabaseTest
    void replacesAnotherVersionThanItWasBegunOnOnlyWhenThatIsSaid(TestDatabase database) {
        Policy.fresh(database);
        DraftView late = draft(database, "AP-INSTALL");
        publish(database, draft(database, "QUALITY-CHECK"), now("first"));
        refused("draft-outdated", () -> publish(database, late, now("second")));
        assertThat(publish(database, late, new PublicationRequest("second", null, null, 2))
                        .version())
                .isEqualTo(3);
    }

    @DatabaseTest
    void publishesOneOfTwoDraftsAtTheSameInstant(TestDatabase database) {
        Policy.fresh(database);
        DraftView one = draft(database, "AP-INSTALL");
        DraftView other = draft(database, "QUALITY-CHECK");
        Refusal late = SameInstant.refusalOfTheSecond(database, em -> publish(em, one), em -> publish(em, other));
        assertThat(late.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(decided(database)).containsExactly("AP-INSTALL");
        assertThat(drafts(database, AUTHOR, s -> s.find(TABLE, other.id())).revision())
                .isEqualTo(other.revision());
    }

    private static void publish(EntityManager em, DraftView draft) {
        Policy.as(PUBLISHER, em, Map.of())
                .get(PublicationService.class)
                .publish(TABLE, draft.id(), now("at once"), null);
    }

    @DatabaseTest
    void needsASecondPersonWhereTheHouseWantsThat(TestDatabase database) {
        Policy.fresh(database);
        Map<String, String> strict = Map.of("PUBLISH_NEEDS_SECOND_PERSON", "true");
        DraftView own = drafts(database, Users.ADMINISTRATOR, s -> Policy.wanting(s, "FIBER-ACCESS", "QUALITY-CHECK"));
        refused(
                "second-person-needed",
                () -> publications(
                        database, Users.ADMINISTRATOR, strict, s -> s.publish(TABLE, own.id(), now("mine"), null)));
        assertThat(refused(
                                "invalid-request",
                                () -> publications(
                                        database,
                                        PUBLISHER,
                                        strict,
                                        s -> s.publish(TABLE, own.id(), now("whatever it says"), null)))
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("revision-seen"));
        assertThat(publications(
                                database,
                                PUBLISHER,
                                strict,
                                s -> s.publish(TABLE, own.id(), now("seen"), own.revision()))
                        .version())
                .isEqualTo(2);
    }

    @DatabaseTest
    void letsNobodyPublishWhoIsNoPublisher(TestDatabase database) {
        Policy.fresh(database);
        DraftView draft = draft(database, "QUALITY-CHECK");
        refused(
                "forbidden",
                () -> publications(database, AUTHOR, Map.of(), s -> s.publish(TABLE, draft.id(), now("mine"), null)));
    }

    private static DraftView draft(TestDatabase database, String template) {
        return drafts(database, AUTHOR, s -> Policy.wanting(s, "FIBER-ACCESS", template));
    }

    /** The catalog of {@link CatalogFixture} doesn't have what the other rows are for. */
    private static DraftView only(TestDatabase database, String template) {
        DraftRowView row = new DraftRowView(
                "only", null, null, null, null, Map.of("specification", "FIBER-ACCESS", "template", template));
        return drafts(
                database,
                AUTHOR,
                s -> s.replace(TABLE, s.create(TABLE, null).id(), new DraftContent(null, List.of(row)), null));
    }

    private static PublicationRequest now(@Nullable String reason) {
        return new PublicationRequest(reason, null, null, null);
    }

    private static DecisionTableVersionView publish(
            TestDatabase database, DraftView draft, PublicationRequest request) {
        return publications(database, PUBLISHER, Map.of(), s -> s.publish(TABLE, draft.id(), request, null));
    }

    private static List<String> decided(TestDatabase database) {
        return database.inTransaction(em -> {
            Beans beans = Policy.on(em);
            return beans.get(PolicyService.class).current().decide(FACTS, LocalDate.of(2026, 11, 23)).stream()
                    .map(RowMatch::template)
                    .toList();
        });
    }
}
