package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.PUBLISHER;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.publications;
import static io.orderfield.om.policy.Policy.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import java.util.List;
import java.util.Map;

/** What a table names goes out of use: under a draft that is refused, under a version nothing changes. */
@WithDatabase(schemas = "om", unit = "om")
class VanishedValuesJpaTest {
    private int revision;

    @DatabaseTest
    void publishesNoDraftWhoseTemplateWentOutOfUseAndKeepsItAsItIs(TestDatabase database) {
        DraftView draft = draft(database, Map.of("specification", "FIBER-ACCESS", "template", "SURVEY"));
        template(database, "SURVEY", false);
        assertThat((List<?>) refused("draft-has-errors", () -> publish(database, draft))
                        .data()
                        .get("findings"))
                .extracting("kind", "id")
                .containsExactly(tuple("INACTIVE_TEMPLATE", "only"));
        DraftView kept = drafts(database, AUTHOR, s -> s.find(TABLE, draft.id()));
        assertThat(kept.revision()).isEqualTo(draft.revision());
        assertThat(kept.rows()).isEqualTo(draft.rows());
        assertThat(Policy.decided(database)).containsExactly("1 SITE-SURVEY", "1 FIBER-INSTALL");

        template(database, "SURVEY", true);
        assertThat(publish(database, draft).version()).isEqualTo(2);
    }

    @DatabaseTest
    void warnsOfACharacteristicThatNoSpecificationHasAnyMore(TestDatabase database) {
        DraftView draft = draft(
                database,
                Map.of(
                        "specification",
                        CatalogFixture.PRODUCT,
                        "characteristics.bandwidth",
                        "1G",
                        "template",
                        "SURVEY"));
        assertThat(draft.findings()).extracting(TableFindingView::kind).doesNotContain("UNKNOWN_CHARACTERISTIC");
        database.doInTransaction(
                em -> em.createNativeQuery("delete from om.specification_characteristic where name = 'bandwidth'")
                        .executeUpdate());
        DraftView kept = drafts(database, AUTHOR, s -> s.find(TABLE, draft.id()));
        assertThat(kept.findings()).extracting(TableFindingView::kind).contains("UNKNOWN_CHARACTERISTIC");
        assertThat(kept.rows()).isEqualTo(draft.rows());
    }

    @DatabaseTest
    void goesOnDecidingByTheVersionWhoseTemplateWentOutOfUse(TestDatabase database) {
        DraftView draft = draft(database, Map.of("specification", "FIBER-ACCESS", "template", "SURVEY"));
        publish(database, draft);
        template(database, "SURVEY", false);
        assertThat(Policy.decided(database)).containsExactly("2 SURVEY");

        DraftView next = drafts(database, AUTHOR, s -> s.create(TABLE, null));
        assertThat(next.rows()).singleElement().satisfies(row -> assertThat(row.cells())
                .containsAllEntriesOf(draft.rows().get(0).cells()));
        assertThat(next.findings()).extracting(TableFindingView::kind).contains("INACTIVE_TEMPLATE");
    }

    private DraftView draft(TestDatabase database, Map<String, String> cells) {
        Policy.fresh(database);
        database.doInTransaction(CatalogFixture::ensure);
        revision = 0;
        template(database, "SURVEY", true);
        template(database, "OTHER", true);
        DraftContent content = new DraftContent(null, List.of(new DraftRowView("only", null, null, null, null, cells)));
        return drafts(
                database, AUTHOR, s -> s.replace(TABLE, s.create(TABLE, null).id(), content, null));
    }

    private void template(TestDatabase database, String code, boolean active) {
        revision++;
        database.doInTransaction(em -> CatalogFixture.catalog(em).keepWorkOrderTemplate(code, code, active, revision));
    }

    private static DecisionTableVersionView publish(TestDatabase database, DraftView draft) {
        PublicationRequest request = new PublicationRequest("surveys alone", null, "gaps are meant", null);
        return publications(database, PUBLISHER, Map.of(), s -> s.publish(TABLE, draft.id(), request, null));
    }
}
