package io.orderfield.rules.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.KnownValues;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DmnExportTest {
    private static final String MODEL = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    @Test
    void writesConditionsAsUnaryTests() throws Exception {
        Document dmn = dmn("""
                specification,region,quantity,priority,requestedDate,characteristics.speed,characteristics.since,template,validFrom,id
                "B, A",not(North),>=2,"1, 2",[2026-01-01..2026-02-01),(1..2.5],<2026-03-01,T,2026-04-01,x
                ,,not(3),<3,not(2026-01-01),not(a),500,T,,y
                """);

        assertThat(entries(dmn, 0, "inputEntry"))
                .containsExactly(
                        "\"A\", \"B\"",
                        "-",
                        "not(null, \"North\")",
                        "-",
                        "-",
                        ">= 2",
                        "1, 2",
                        "-",
                        "[date(\"2026-01-01\")..date(\"2026-02-01\"))",
                        "? != null and matches(?, \"^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
                                + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
                                + "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$\")"
                                + " and date(?) < date(\"2026-03-01\")",
                        "? != null and matches(?, \"^(-?[0-9]{1,15}([.][0-9]{1,6})?)$\") and number(?, null, \".\") in (1..2.5]",
                        ">= date(\"2026-04-01\")");
        assertThat(entries(dmn, 1, "inputEntry"))
                .containsExactly(
                        "-",
                        "-",
                        "-",
                        "-",
                        "-",
                        "not(null, 3)",
                        "< 3",
                        "-",
                        "not(null, date(\"2026-01-01\"))",
                        "\"500\"",
                        "not(null, \"a\")",
                        "-");
    }

    @Test
    void writesResultsWithTheRowThatTheyComeFrom() throws Exception {
        Document dmn =
                dmn("template,priorityOverride,workOrders,note,active\nA,1,one per unit,<why>,\nB,,,,no\nC,,,,\n");

        assertThat(dmn.getElementsByTagNameNS(MODEL, "rule").getLength()).isEqualTo(2);
        assertThat(entries(dmn, 0, "outputEntry"))
                .containsExactly("\"r1\"", "\"A\"", "1", "\"one per unit\"", "\"never\"");
        assertThat(entries(dmn, 0, "annotationEntry")).containsExactly("<why>");
        assertThat(entries(dmn, 1, "outputEntry")).containsExactly("\"r3\"", "\"C\"", "null", "\"one\"", "\"never\"");
    }

    @Test
    void saysWhichRowsCount() throws Exception {
        DecisionTable table = DecisionTableCsv.shipped();

        assertThat(hitPolicy(table)).isEqualTo("RULE ORDER");
        assertThat(hitPolicy(new DecisionTable(table.shape(), HitPolicy.FIRST, table.rows())))
                .isEqualTo("FIRST");
    }

    private static String hitPolicy(DecisionTable table) throws Exception {
        return ((Element) read(table)
                        .getElementsByTagNameNS(MODEL, "decisionTable")
                        .item(0))
                .getAttribute("hitPolicy");
    }

    private static Document dmn(String csv) throws Exception {
        return read(DecisionTableCsv.read(csv, KnownValues.UNCHECKED));
    }

    private static Document read(DecisionTable table) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(DmnExport.write(table)));
    }

    private static List<String> entries(Document dmn, int rule, String element) {
        NodeList found =
                ((Element) dmn.getElementsByTagNameNS(MODEL, "rule").item(rule)).getElementsByTagNameNS(MODEL, element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
