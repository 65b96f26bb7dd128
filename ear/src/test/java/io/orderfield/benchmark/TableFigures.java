package io.orderfield.benchmark;

import io.orderfield.it.browser.EditorTimes;
import io.orderfield.rules.Column;
import io.orderfield.rules.CompiledTable;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableChecks;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.files.TableFiles;
import io.orderfield.rules.files.TableFiles.Format;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What large decision tables take without a server: to build, to decide with, to check, to read and write in this process,
 * and to edit in a browser.
 */
final class TableFigures {
    private static final TableShape SHAPE = TableShape.WORK_ORDER_POLICY;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final int ROUNDS = 10;
    private static final int DECISIONS = 5_000;
    private static final int SPECIFICATIONS = 60;
    private static final int TEMPLATES = 15;
    private static final KnownValues KNOWN = new KnownValues(codes("S", SPECIFICATIONS), codes("T", TEMPLATES));

    private final Random random = new Random(11);

    private TableFigures() {}

    static void take() throws IOException {
        TableFigures figures = new TableFigures();
        figures.build(1_000, 1);
        figures.decide(figures.build(5_000, 4));
        figures.check("checks of a draft of 5,000 rows", figures.rows(5_000, true));
        figures.check("checks of 5,000 rows of one template, specification and action", figures.rows(5_000, false));
        figures.files(figures.rows(5_000, true));
        figures.replay();
        figures.editor();
    }

    /** In a browser; the server's share, which reads the rows and checks them a moment later, is not in it. */
    private void editor() throws IOException {
        String load = String.format(
                Locale.ROOT,
                "load of the machine %.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        EditorTimes.of(5_000).forEach((what, millis) -> {
            double p50 = Figures.percentile(millis, 50);
            String whole = "editor of 5,000 rows, " + what + " (" + load + "), p50";
            Figures.judged(whole, p50, "ms", what.startsWith("until") ? 500 : 50, true);
        });
    }

    /**
     * What of a replay is ours alone: an open domain order is decided by the version that decided it, and by the draft on
     * the facts that were kept and on those of today; where they differ, by the version in force as well. Reading and
     * writing, which a database does, are timed in {@code ReplayAtScaleJpaTest}.
     */
    private void replay() {
        DecisionTable table = table(1_000);
        CompiledTable decided = CompiledTable.compile(1, table);
        CompiledTable draft = CompiledTable.compile(
                2, new DecisionTable(SHAPE, table.rows().subList(100, 1_000))); // a tenth of the rows is gone
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            List<PolicyFacts> facts =
                    IntStream.range(0, DECISIONS).mapToObj(i -> facts()).toList();
            long begin = System.nanoTime();
            for (int i = 0; i < DECISIONS; i++) {
                PolicyFacts kept = facts.get(i);
                boolean differs = !decided.decide(kept, DAY).equals(draft.decide(kept, DAY));
                draft.decide(facts.get(DECISIONS - 1 - i), DAY);
                if (differs) {
                    decided.decide(kept, DAY);
                }
            }
            if (round > 0) {
                rates.add(DECISIONS / Figures.seconds(begin));
            }
        }
        Figures.judged(
                "domain orders decided for a replay, 1,000 rows, without a database, p50 of rounds",
                Figures.percentile(rates, 50),
                "/s",
                2_000,
                false);
    }

    private DecisionTable table(int size) {
        return new RowReader(SHAPE, KNOWN).read(rows(size, true)).table(HitPolicy.COLLECT);
    }

    /** Each time another table. */
    private CompiledTable build(int size, int goal) {
        CompiledTable built = CompiledTable.compile(0, table(size));
        List<Double> seconds = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            DecisionTable table = table(size);
            long begin = System.nanoTime();
            built = CompiledTable.compile(round, table);
            seconds.add(Figures.seconds(begin));
            PolicyFacts facts = facts();
            begin = System.nanoTime();
            built.decide(facts, DAY);
            first.add(Figures.seconds(begin) * 1_000);
        }
        String of = "a table of " + size + " rows";
        Figures.judged("build of " + of + ", p50", Figures.percentile(seconds, 50), "s", goal, true);
        Figures.judged("first decision with " + of + ", p50", Figures.percentile(first, 50), "ms", 5, true);
        return built;
    }

    private void decide(CompiledTable table) {
        List<Double> micros = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            List<PolicyFacts> facts =
                    IntStream.range(0, DECISIONS).mapToObj(i -> facts()).toList();
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (PolicyFacts some : facts) {
                table.decide(some, DAY);
            }
            if (round > 0) { // the first makes what is made once
                micros.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e3 / DECISIONS);
            }
        }
        Figures.judged(
                "CPU of a decision with 5,000 rows, p50 of rounds", Figures.percentile(micros, 50), "us", 100, true);
    }

    private void check(String what, List<DraftRow> rows) {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            long begin = System.nanoTime();
            TableChecks.of(SHAPE, HitPolicy.COLLECT, KNOWN, DAY, rows);
            if (round > 0) {
                millis.add(Figures.seconds(begin) * 1_000);
            }
        }
        Figures.judged(what + ", p50", Figures.percentile(millis, 50), "ms", 200, true);
    }

    private void files(List<DraftRow> rows) {
        for (Format format : Format.values()) {
            List<Double> write = new ArrayList<>();
            List<Double> read = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                byte[] file = TableFiles.write(format, SHAPE, rows);
                write.add(Figures.seconds(begin) * 1_000);
                begin = System.nanoTime();
                TableFiles.read(SHAPE, file, String::valueOf).drafts();
                read.add(Figures.seconds(begin) * 1_000);
            }
            Figures.row("5,000 rows written as " + format + ", p50", Figures.percentile(write, 50), "ms", "-");
            Figures.row("5,000 rows read from " + format + ", p50", Figures.percentile(read, 50), "ms", "-");
        }
    }

    /** @param various or all of one template, specification and action, of which each has to be held against each */
    private List<DraftRow> rows(int size, boolean various) {
        List<DraftRow> rows = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("specification", various ? specifications() : "S1");
            cells.put("action", various ? maybe(action()) : "ADD");
            cells.put("region", various ? maybe("R" + random.nextInt(20)) : "");
            cells.put("quantity", "[" + 2 * i + ".." + (2 * i + 1) + "]");
            cells.put("characteristics.bandwidth", maybe(">=" + random.nextInt(1_000)));
            cells.put("template", various ? "T" + random.nextInt(TEMPLATES) : "T1");
            rows.add(new DraftRow("r" + i, cells));
        }
        return rows;
    }

    private PolicyFacts facts() {
        return new PolicyFacts(
                "S" + random.nextInt(SPECIFICATIONS),
                action(),
                "R" + random.nextInt(20),
                "PT",
                null,
                2 + random.nextInt(10_000),
                1 + random.nextInt(4),
                random.nextInt(30),
                DAY.plusDays(random.nextInt(30)),
                Map.of("bandwidth", String.valueOf(random.nextInt(1_000))));
    }

    private String specifications() {
        String one = "S" + random.nextInt(SPECIFICATIONS);
        return random.nextInt(4) == 0 ? one + ", S" + random.nextInt(SPECIFICATIONS) : one;
    }

    private String maybe(String cell) {
        return random.nextInt(3) == 0 ? "" : cell;
    }

    private String action() {
        return Column.ACTIONS.get(random.nextInt(Column.ACTIONS.size()));
    }

    private static Set<String> codes(String prefix, int size) {
        return IntStream.range(0, size).mapToObj(i -> prefix + i).collect(Collectors.toSet());
    }
}
