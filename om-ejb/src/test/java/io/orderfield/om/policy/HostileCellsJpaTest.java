package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.PUBLISHER;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.publications;
import static io.orderfield.om.policy.Policy.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.rules.files.TableFiles.Format;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Code of whatever language stays the text that somebody typed: stored, in files, and where a version decides. */
@WithDatabase(schemas = "om", unit = "om")
class HostileCellsJpaTest {
    private static final List<String> CODE = List.of(
            "rule \"x\" when eval(true) then System.exit(1); end",
            "System.exit(0)",
            "new java.io.File('/tmp/x').createNewFile()",
            "if true then \"A\" else \"B\"",
            "${jndi:ldap://example.org/x}",
            "${7*7}",
            "#{request.contextPath}",
            "{{7*7}}",
            "=HYPERLINK(\"http://example.org\",\"x\")",
            "=cmd|'/C calc'!A0",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1+1",
            "'=1+1",
            "one;=1+1\n@SUM(A1)",
            "'; drop table om.decision_table_version; --",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "]]><x/>",
            "&lt;b&gt;&#x41;");

    @DatabaseTest
    void keepsCodeInTheCellsOfADraftAsTextOnAllItsWays(TestDatabase database) {
        DraftView draft = draft(
                database, code -> Map.of("specification", "FIBER-ACCESS", "region", code, "template", "SITE-SURVEY"));
        assertThat(draft.rows()).extracting(row -> row.cells().get("region")).isEqualTo(CODE);
        assertThat(draft.rows()).extracting(DraftRowView::note).isEqualTo(CODE);
        for (Format format : Format.values()) {
            byte[] file = files(database, s -> s.write(TABLE, draft.id(), format, Sentence::toString));
            DraftView back = files(database, s -> s.replace(TABLE, draft.id(), file, true, null));
            assertThat(back.rows()).as(format.name()).isEqualTo(draft.rows());
            assertThat(back.revision()).as("nothing was changed").isEqualTo(draft.revision());
        }
        refused("draft-has-errors", () -> publish(database, draft));
        assertThat(Policy.decided(database)).containsExactly("1 SITE-SURVEY", "1 FIBER-INSTALL");
    }

    @DatabaseTest
    void publishesNotesThatAreCodeAndDecidesAsIfTheyWereNot(TestDatabase database) throws Exception {
        DraftView draft = draft(database, code -> Map.of("specification", "FIBER-ACCESS", "template", "SITE-SURVEY"));
        assertThat(publish(database, draft).version()).isEqualTo(2);
        assertThat(Policy.decided(database)).hasSize(CODE.size()).containsOnly("2 SITE-SURVEY");
        byte[] dmn = database.inTransaction(em -> {
            DecisionTableService tables = Policy.on(em).get(DecisionTableService.class);
            assertThat(tables.version(TABLE, 2).rows())
                    .extracting(DecisionTableRowView::note)
                    .isEqualTo(CODE.stream().map(String::strip).toList());
            return tables.dmn(TABLE, 2);
        });
        Document decision =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(dmn));
        assertThat(decision.getElementsByTagName("script").getLength()).isZero();
        assertThat(decision.getElementsByTagName("x").getLength()).isZero();
        assertThat(decision.getDocumentElement().getTextContent()).contains("<script>alert(1)</script>", "${7*7}");
    }

    private static DraftView draft(TestDatabase database, Function<String, Map<String, String>> cells) {
        Policy.fresh(database);
        List<DraftRowView> rows = IntStream.range(0, CODE.size())
                .mapToObj(i -> new DraftRowView("h" + i, CODE.get(i), true, "", "", cells.apply(CODE.get(i))))
                .toList();
        return drafts(
                database,
                AUTHOR,
                s -> s.replace(TABLE, s.create(TABLE, null).id(), new DraftContent(null, rows), null));
    }

    private static DecisionTableVersionView publish(TestDatabase database, DraftView draft) {
        PublicationRequest request = new PublicationRequest("${7*7}", null, "#{7*7}", null);
        return publications(database, PUBLISHER, Map.of(), s -> s.publish(TABLE, draft.id(), request, null));
    }

    private static <T> T files(TestDatabase database, Function<DraftFileService, T> work) {
        return database.inTransaction(
                em -> work.apply(Policy.as(AUTHOR, em, Map.of()).get(DraftFileService.class)));
    }
}
