package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.files.DecisionTableCsv;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final DecisionTable TABLE = DecisionTableCsv.read("""
            specification,action,region,quantity,template,active,validFrom,validTo
            ONT,ADD,North,,A,,,2026-02-01
            "ONT, ROUTER",,not(North),,B,,2026-02-01,
            ,DISCONNECT,,>=5,C,,,
            ROUTER,CHANGE,North,,D,no,,
            ROUTER,CHANGE,North,,E,,2026-02-02,
            ROUTER,CHANGE,North,,F,,,2026-01-31
            """, KnownValues.UNCHECKED);

    @Test
    void tellsTheRowsOfEachSpecificationAndAction() {
        Coverage coverage = Coverage.of(TABLE.shape(), TABLE.rows(), DAY, List.of("ROUTER", "ONT", "VOICE"));

        assertThat(coverage.cells())
                .extracting(CoverageTest::text)
                .containsExactly(
                        "ONT ADD r1 r2",
                        "ONT CHANGE r2",
                        "ONT DISCONNECT r2 r3",
                        "ROUTER ADD r2",
                        "ROUTER CHANGE r2",
                        "ROUTER DISCONNECT r2 r3",
                        "VOICE ADD",
                        "VOICE CHANGE",
                        "VOICE DISCONNECT r3");
        assertThat(coverage.gaps()).extracting(CoverageTest::text).containsExactly("VOICE ADD", "VOICE CHANGE");
    }

    @Test
    void tellsThemByTheValuesOfOneMoreColumn() {
        Coverage coverage =
                Coverage.of(TABLE.shape(), TABLE.rows(), DAY, List.of("ROUTER"), "region", List.of("South", "North"));

        assertThat(coverage.gaps())
                .extracting(cell -> cell.action() + " " + cell.value())
                .containsExactly("ADD North", "CHANGE North");
        assertThat(Coverage.of(TABLE.shape(), TABLE.rows(), DAY, List.of("VOICE"), "quantity", List.of("4", "5"))
                        .cells())
                .filteredOn(cell -> cell.action().equals("DISCONNECT"))
                .extracting(cell -> cell.value() + " " + cell.rows().size())
                .containsExactly("4 0", "5 1");
    }

    private static String text(Coverage.Cell cell) {
        StringBuilder text = new StringBuilder(cell.specification() + " " + cell.action());
        cell.rows().forEach(row -> text.append(' ').append(row.id()));
        return text.toString();
    }
}
