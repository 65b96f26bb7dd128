package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.Finding.Kind;
import io.orderfield.rules.Finding.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableChecksTest {
    private static final TableShape SHAPE = TableShape.WORK_ORDER_POLICY;
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final KnownValues KNOWN = new KnownValues(
            Set.of("ONT", "ROUTER"),
            Set.of("INSTALL", "SURVEY"),
            Set.of("OLD"),
            Map.of("ONT", Set.of("speed"), "ROUTER", Set.of("ports")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the same template twice, the first decides
                "template=A;region=North       | template=A;region=North             | COLLECT | DUPLICATE",
                "template=A                    | template=A;region=North             | COLLECT | SHADOWED",
                "template=A;region=North       | template=A;priorityOverride=1;region=North | COLLECT | SHADOWED",
                "template=A;region=North       | template=A                          | COLLECT | OVERLAP",
                "template=A;quantity=<5        | template=A;quantity=>3              | COLLECT | OVERLAP",
                "template=A;quantity=<5        | template=A;quantity=>=5             | COLLECT | ''",
                "template=A;priority=<3        | template=A;priority=1               | COLLECT | SHADOWED",
                "template=A;action=not(ADD)    | template=A;action=CHANGE            | COLLECT | SHADOWED",
                "template=A;specification=not(ONT) | template=A;specification=ROUTER | COLLECT | SHADOWED",
                "template=A;specification=not(ONT) | template=A;specification=ONT    | COLLECT | ''",
                "template=A;characteristics.speed=>5 | template=A;characteristics.speed=6 | COLLECT | SHADOWED",
                // another template: both count
                "template=A                    | template=B;region=North             | COLLECT | ''",
                // what isn't there at the same time
                "template=A;validTo=2026-02-28 | template=A;validFrom=2026-03-01     | COLLECT | ''",
                "template=A;validTo=2026-02-28 | template=A;validFrom=2026-02-28     | COLLECT | OVERLAP",
                "template=A;active=no          | template=A                          | COLLECT | ''",
                "template=A                    | template=A;active=no                | COLLECT | ''",
                // the first alone counts, whatever it wants
                "template=A                    | template=B;region=North             | FIRST   | SHADOWED",
                "template=A;region=North       | template=B                          | FIRST   | ''",
                "template=A;quantity=<5        | template=A;quantity=>3              | FIRST   | ''"
            })
    void comparesRowsThatCompete(String first, String second, HitPolicy hitPolicy, String found) {
        List<Finding> findings = compared(hitPolicy, List.of(row("r1", first), row("r2", second)));

        if (found.isEmpty()) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.kind().name()).isEqualTo(found);
                assertThat(finding.id()).isEqualTo("r2");
                assertThat(finding.row()).isEqualTo(2);
                assertThat(RulesSentences.english(finding.what())).contains("row 1");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "template=INSTALL;specification=ONT                            | ''                     | ''",
                "template=DANCE                                                | UNKNOWN_TEMPLATE       | template",
                "template=OLD                                                  | INACTIVE_TEMPLATE      | template",
                "template=INSTALL;specification=not(TOASTER)                   | UNKNOWN_SPECIFICATION  | specification",
                "template=INSTALL;specification=not(ONT, ROUTER)               | NEVER_MET              | specification",
                "template=INSTALL;action=not(ADD, CHANGE, DISCONNECT)          | NEVER_MET              | action",
                "template=INSTALL;priority=>=0                                 | UNREADABLE             | priority",
                "template=INSTALL;priority=<1                                  | NEVER_MET              | priority",
                "template=INSTALL;priority=>4                                  | NEVER_MET              | priority",
                "template=INSTALL;quantity=[5..1]                              | UNREADABLE             | quantity",
                "template=INSTALL;specification=ONT;characteristics.ports=2    | UNKNOWN_CHARACTERISTIC | characteristics.ports",
                "template=INSTALL;specification=ROUTER;characteristics.ports=2 | ''                     | ''",
                "template=INSTALL;characteristics.color=red                    | UNKNOWN_CHARACTERISTIC | characteristics.color",
                "template=INSTALL;specification=ONT;characteristics.speed=2    | ''                     | ''",
                "template=INSTALL;characteristics.speed=2                      | ANY_SPECIFICATION      | specification",
                "template=INSTALL;characteristics.speed=2;active=no            | ''                     | ''",
                "template=INSTALL;validTo=2026-01-31                           | ENDED                  | validTo",
                "template=INSTALL;validTo=2026-02-01                           | ''                     | ''",
                "template=INSTALL;validTo=2026-01-31;active=no                 | ''                     | ''"
            })
    void looksAtTheCells(String row, String found, String column) {
        List<Finding> findings = TableChecks.of(SHAPE, HitPolicy.COLLECT, KNOWN, DAY, List.of(row("r1", row))).stream()
                .filter(finding -> finding.kind() != Kind.GAP)
                .filter(finding -> finding.kind() != Kind.ANY_SPECIFICATION || found.equals("ANY_SPECIFICATION"))
                .toList();

        if (found.isEmpty()) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.kind().name()).isEqualTo(found);
                assertThat(finding.column()).isEqualTo(column);
            });
        }
    }

    @Test
    void offersTheRowThatWouldCloseAGap() {
        List<Finding> findings = TableChecks.of(
                SHAPE,
                HitPolicy.COLLECT,
                KNOWN,
                DAY,
                List.of(
                        row("r1", "template=INSTALL;specification=ONT"),
                        row("r2", "template=INSTALL;specification=not(ONT);action=ADD"),
                        row("r3", "template=SURVEY;action=DISCONNECT;active=no"),
                        row("r4", "template=SURVEY;specification=ONT, ROUTER;action=DISCONNECT;validFrom=2026-02-02")));

        assertThat(findings)
                .extracting(finding -> RulesSentences.english(finding.what()))
                .containsExactly("no row is met by ROUTER, CHANGE", "no row is met by ROUTER, DISCONNECT");
        assertThat(findings)
                .extracting(Finding::closing)
                .containsExactly(
                        Map.of("specification", "ROUTER", "action", "CHANGE"),
                        Map.of("specification", "ROUTER", "action", "DISCONNECT"));
        assertThat(findings).extracting(finding -> finding.kind().severity()).containsOnly(Severity.WARNING);
    }

    @Test
    void tellsTheTableThenTheRowsThenTheGaps() {
        List<Finding> findings = TableChecks.of(
                SHAPE,
                HitPolicy.COLLECT,
                KNOWN,
                DAY,
                List.of(
                        row("r1", "template=INSTALL;specification=ONT;quantity=many"),
                        row("r2", "template=DANCE;specification=not(TOASTER)"),
                        row("r3", "template=DANCE;specification=not(TOASTER);region=North")));

        assertThat(findings)
                .extracting(finding -> finding.row() + " " + finding.kind())
                .containsExactly(
                        "1 UNREADABLE",
                        "2 UNKNOWN_TEMPLATE",
                        "2 UNKNOWN_SPECIFICATION",
                        "3 UNKNOWN_TEMPLATE",
                        "3 UNKNOWN_SPECIFICATION",
                        "3 SHADOWED");
    }

    /** Each row is compared with those of its kind only; judged by comparing each with each. */
    @Test
    void findsWhatComparingEachWithEachFinds() {
        Random random = new Random(1130);
        List<DraftRow> rows = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            rows.add(random(random, i, 3));
        }

        List<Finding> together = compared(HitPolicy.COLLECT, rows);

        assertThat(together).hasSizeGreaterThan(30);
        Set<Integer> silent = new HashSet<>();
        for (int second = 0; second < rows.size(); second++) {
            boolean found = false;
            for (int first = 0; first < second && !found; first++) {
                found = !silent.contains(first)
                        && !compared(HitPolicy.COLLECT, List.of(rows.get(first), rows.get(second)))
                                .isEmpty();
            }
            int number = second + 1;
            assertThat(together.stream().anyMatch(finding -> finding.row() == number))
                    .as("row %d", number)
                    .isEqualTo(found);
            if (together.stream().anyMatch(finding -> finding.row() == number && finding.kind() != Kind.OVERLAP)) {
                silent.add(second); // it decides nothing, so nothing is held against it
            }
        }
    }

    @Test
    void takesTheLargestDraft() {
        Random random = new Random(5_000);
        List<DraftRow> rows = new ArrayList<>();
        for (int i = 1; i <= TableLimits.MAX_ROWS; i++) {
            rows.add(random(random, i, 100));
        }

        assertThat(TableChecks.of(SHAPE, HitPolicy.COLLECT, KNOWN, DAY, rows)).isNotEmpty();
    }

    private static DraftRow random(Random random, int number, int values) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("specification", random.nextInt(5) == 0 ? "" : "S" + random.nextInt(values));
        cells.put("action", random.nextInt(3) == 0 ? "" : Column.ACTIONS.get(random.nextInt(3)));
        cells.put("region", random.nextInt(3) == 0 ? "not(R1)" : "R" + random.nextInt(values));
        cells.put("quantity", quantity(random));
        cells.put("requestedDate", random.nextInt(4) == 0 ? "<=2026-02-0" + (1 + random.nextInt(9)) : "");
        cells.put("template", "T" + random.nextInt(4));
        return new DraftRow("r" + number, cells);
    }

    private static String quantity(Random random) {
        int low = random.nextInt(90);
        return switch (random.nextInt(6)) {
            case 0 -> ">=" + low;
            case 1 -> "<" + (low + 1);
            case 2 -> "[" + low + ".." + (low + random.nextInt(5)) + "]";
            case 3 -> "(" + low + ".." + (low + 2) + ")";
            case 4 -> low + ", " + random.nextInt(90);
            default -> "";
        };
    }

    /** What is found by holding rows against each other. */
    private static List<Finding> compared(HitPolicy hitPolicy, List<DraftRow> rows) {
        return TableChecks.of(SHAPE, hitPolicy, KnownValues.UNCHECKED, DAY, rows).stream()
                .filter(finding -> finding.kind() != Kind.ANY_SPECIFICATION)
                .toList();
    }

    private static DraftRow row(String id, String cells) {
        Map<String, String> byHeader = new LinkedHashMap<>();
        for (String cell : cells.strip().split(";")) {
            byHeader.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
        }
        return new DraftRow(id, byHeader);
    }
}
