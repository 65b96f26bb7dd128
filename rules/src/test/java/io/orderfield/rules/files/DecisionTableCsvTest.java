package io.orderfield.rules.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.PointOfNoReturnTrigger;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.TableLimits;
import io.orderfield.rules.TableProblem;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.WorkOrderNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionTableCsvTest {
    private static final KnownValues KNOWN =
            new KnownValues(Set.of("ONT", "LTE-ROUTER"), Set.of("ONT-INSTALL", "LTE-INSTALL"));

    @Test
    void reportsEveryProblemWithRowAndColumn() {
        List<TableProblem> problems = problems("""
                specification,action,quantity,requestedDate,template,priorityOverride,workOrders,pointOfNoReturn
                TOASTER,ADD,,,ONT-INSTALL,,,
                ONT,add,>=five,31.01.2026,,9,two,sometimes
                ONT,ADD,,,ONT-INSTALL,1,one,never
                LTE-ROUTER,,[5..1],,BREAKFAST,,,
                ONT,ADD
                ONT,ADD,,,<b>,,,
                """, KNOWN);

        assertThat(problems)
                .extracting(problem -> problem.row() + " " + problem.column())
                .containsExactly(
                        "1 specification",
                        "2 action",
                        "2 quantity",
                        "2 requestedDate",
                        "2 template",
                        "2 priorityOverride",
                        "2 workOrders",
                        "2 pointOfNoReturn",
                        "4 quantity",
                        "4 template",
                        "5 ",
                        "6 template");
        assertThat(problems)
                .extracting(TableProblem::reason)
                .contains(
                        "unknown value 'TOASTER'",
                        "'>=five' is not a range (examples: >=5, <10, [1..5], (1..5])",
                        "a row needs a work order template",
                        "'two' is none of: one, one per unit",
                        "unknown template 'BREAKFAST'",
                        "the row has 2 cells, the header 8");
    }

    @Test
    void namesTheFirstProblemsInItsMessage() {
        InvalidDecisionTableException refused = catchThrowableOfType(
                InvalidDecisionTableException.class,
                () -> DecisionTableCsv.read("quantity,template\n" + "x,\n".repeat(4), KNOWN));

        assertThat(refused)
                .hasMessageContaining("row 1, quantity: 'x' is not a whole number")
                .hasMessageEndingWith("; and 3 more");
    }

    @Test
    void refusesHeadersThatItDoesNotKnowOrKnowsTwice() {
        assertThat(problems(
                        "region,colour,region,,characteristics.,characteristics.a b,toString\nA,B,C,D,E,F,G\n", KNOWN))
                .extracting(problem -> problem.row() + " " + problem.column() + ": " + problem.reason())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("0 colour: unknown column; known: specification, action"),
                        second -> assertThat(second).isEqualTo("0 region: the column occurs twice"),
                        third -> assertThat(third).isEqualTo("0 : column D (4) has no header"),
                        fourth -> assertThat(fourth).startsWith("0 characteristics.: unknown column"),
                        fifth -> assertThat(fifth).startsWith("0 characteristics.a b: unknown column"),
                        sixth -> assertThat(sixth).startsWith("0 toString: unknown column"),
                        seventh -> assertThat(seventh).isEqualTo("0 template: the column is missing"));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(reasons("")).containsExactly("the file is empty");
        assertThat(reasons(" \n\n")).containsExactly("the file is empty");
        assertThat(reasons("template\n")).containsExactly("the table has no rows");
        assertThat(reasons("template\n\"ONT-INSTALL\n")).containsExactly("a quoted cell is never closed");
        assertThat(reasons("template\n\"ONT\"INSTALL\n\"\"\n"))
                .contains("the line is not CSV; the rest of the file was not read");
        assertThat(reasons("template\nONT\uFFFD\n")).containsExactly("the file is not UTF-8");
        assertThat(reasons("PK\u0003\u0004\u0000\u0000")).first().asString().startsWith("unknown column");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "template,region\nONT-INSTALL,Zürich\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowableOfType(InvalidDecisionTableException.class, () -> read(latin1))
                        .problems())
                .extracting(TableProblem::toString)
                .containsExactly("table: the file is not UTF-8");
    }

    @Test
    void refusesTooManyRowsAndTooManyCharacteristics() {
        assertThat(reasons("template\n" + "ONT-INSTALL\n".repeat(TableLimits.MAX_ROWS + 10)))
                .containsExactly("the table has more than 5000 rows");
        assertThat(reasons(IntStream.rangeClosed(0, TableLimits.MAX_CHARACTERISTICS)
                        .mapToObj(i -> "characteristics.c" + i)
                        .collect(Collectors.joining(",", "", ",template\n"))))
                .contains("the table has more than 50 columns of characteristics");
        assertThat(reasons("template\n" + "A".repeat(5_000_000)))
                .containsExactly("the file is longer than 4000000 characters");
    }

    @Test
    void stopsListingProblemsAtSomePoint() {
        List<TableProblem> problems = problems("template\n" + "TOAST\n".repeat(4_000), KNOWN);

        assertThat(problems).hasSize(1_001);
        assertThat(problems.get(1_000).reason()).isEqualTo("there are more problems from here on");
    }

    @Test
    void checksNoCodesWhenNoneAreKnown() {
        String csv = "specification,template\nTOASTER,BREAKFAST\n";

        assertThat(DecisionTableCsv.read(csv, KnownValues.UNCHECKED).rows()).hasSize(1);
        assertThat(DecisionTableCsv.read(csv, new KnownValues(Set.of(), Set.of()))
                        .rows())
                .hasSize(1);
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        String csv = "\uFEFFtemplate , Region\r\n".replace("Region", "region")
                + "\"ONT-INSTALL\",\"North, South\"\r\n\r\n,\r\n LTE-INSTALL ,-\r\n,\r\n";

        DecisionTable table = read(csv.getBytes(StandardCharsets.UTF_8));

        assertThat(table.name()).isEqualTo("Work Order Policy for Domain Order");
        assertThat(table.rows()).extracting(TableRow::number).containsExactly(1, 2);
        assertThat(table.rows())
                .extracting(row -> row.result("template"))
                .containsExactly("ONT-INSTALL", "LTE-INSTALL");
        assertThat(table.rows().get(0).conditions().get("region").text()).isEqualTo("North, South");
        assertThat(table.rows().get(1).conditions()).isEmpty();
    }

    @Test
    void takesBlankResultsForOneWorkOrderAndNoPointOfNoReturn() {
        RowMatch row = RowMatch.of(DecisionTableCsv.read("template,workOrders\nONT-INSTALL,\n", KNOWN)
                .rows()
                .get(0));

        assertThat(row.workOrders()).isEqualTo(WorkOrderNumber.ONE);
        assertThat(row.pointOfNoReturn()).isEqualTo(PointOfNoReturnTrigger.NEVER);
        assertThat(row.priorityOverride()).isNull();
    }

    @Test
    void readsWhatItWrites() {
        DecisionTable table = DecisionTableCsv.read("""
                template,characteristics.speed,characteristics.access,region,requestedDate,quantity,workOrders,pointOfNoReturn
                ONT-INSTALL,>=500,"gpon, xgspon",not(North),[2026-01-01..2026-01-31],>5,ONE_PER_UNIT,On Work Start
                LTE-INSTALL,,,Côte d'Ivoire,,"1, 3",one,on-assignment
                """, KNOWN);

        String written = DecisionTableCsv.write(table);

        assertThat(written.lines().findFirst())
                .contains("specification,action,region,country,segment,quantity,priority,leadDays,requestedDate,"
                        + "characteristics.access,characteristics.speed,"
                        + "template,priorityOverride,workOrders,pointOfNoReturn");
        assertThat(DecisionTableCsv.read(written, KNOWN)).isEqualTo(table);
        assertThat(DecisionTableCsv.write(DecisionTableCsv.read(written, KNOWN)))
                .isEqualTo(written);
    }

    private static DecisionTable read(byte[] csv) {
        return DecisionTableCsv.content(TableShape.WORK_ORDER_POLICY, csv, TableRow::idOf)
                .read(KNOWN)
                .table(TableShape.WORK_ORDER_POLICY.hitPolicy());
    }

    private static List<String> reasons(String csv) {
        return problems(csv, KNOWN).stream().map(TableProblem::reason).toList();
    }

    private static List<TableProblem> problems(String csv, KnownValues known) {
        return catchThrowableOfType(InvalidDecisionTableException.class, () -> DecisionTableCsv.read(csv, known))
                .problems();
    }
}
