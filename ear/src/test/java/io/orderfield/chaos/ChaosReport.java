package io.orderfield.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happened in a run, in Markdown, under {@code target/chaos-report.md}. */
final class ChaosReport {
    private final long seed;
    private final Duration skew;
    private final Instant started = Instant.now();
    private final List<String> happenings = new ArrayList<>();
    private final Map<Disaster, Integer> disasters = new EnumMap<>(Disaster.class);
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Integer> traffic = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int deadlocks;
    private boolean audited;

    ChaosReport(long seed, Duration skew) {
        this.seed = seed;
        this.skew = skew;
    }

    void happened(Disaster disaster, Duration recovery) {
        disasters.merge(disaster, 1, Integer::sum);
        happenings.add(String.format(
                Locale.ROOT,
                "| %d | %s | %s | %.1f s |",
                happenings.size() + 1,
                clock(Duration.between(started, Instant.now())),
                disaster.words(),
                recovery.toMillis() / 1000.0));
        write();
    }

    void counted(String what, int times) {
        counts.put(what, times);
    }

    void traffic(Map<String, Integer> accepted) {
        traffic.putAll(accepted);
    }

    void deadlocks(int times) {
        deadlocks += times;
        if (times > 0) {
            problems.add(times + " deadlocks");
        }
    }

    void findings(List<String> found) {
        problems.addAll(found);
        audited = true;
    }

    /** How many processes were killed; in an outage of the broker two are. */
    int kills() {
        return disasters.entrySet().stream()
                .filter(e -> e.getKey().isKill())
                .mapToInt(e -> e.getValue() * (e.getKey() == Disaster.BROKER_AWAY ? 2 : 1))
                .sum();
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    void write() {
        Path file = Path.of(System.getProperty("it.dir")).resolveSibling("chaos-report.md");
        try {
            Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("# Report of the chaos suite\n\n");
        text.append("Written by `mvn -Pchaos verify`. Two servers, their clocks ")
                .append(skew.toSeconds())
                .append(" s apart, on one PostgreSQL and one broker process.\n\n");
        text.append("- Date: ").append(LocalDate.now(ZoneOffset.UTC)).append('\n');
        text.append("- Machine: ").append(machine()).append('\n');
        text.append("- Seed: ")
                .append(seed)
                .append(" (`-Dchaos.seed=")
                .append(seed)
                .append("`)\n");
        text.append("- Took: ")
                .append(clock(Duration.between(started, Instant.now())))
                .append('\n');
        text.append("- Processes killed by kill -9: ").append(kills()).append('\n');
        text.append("- Deadlocks: ").append(deadlocks).append('\n');
        text.append("- **Result: ").append(result()).append("**\n\n");
        if (!problems.isEmpty()) {
            text.append("## Findings\n\n");
            problems.forEach(p -> text.append("- ").append(p).append('\n'));
            text.append('\n');
        }
        table(text, "What was accepted", traffic);
        table(text, "What was counted", counts);
        text.append("## What happened\n\n"
                + "Recovery: from the moment when everything runs again until an order that is approved then is"
                + " confirmed by Field Service.\n\n"
                + "| no. | at | what | recovery |\n"
                + "|--:|---|---|--:|\n");
        happenings.forEach(h -> text.append(h).append('\n'));
        return text.toString();
    }

    private String result() {
        if (!audited) {
            return "the run broke off before the audit";
        }
        return problems.isEmpty() ? "0 lost, 0 doubled, 0 out of order" : problems.size() + " findings";
    }

    private static void table(StringBuilder text, String title, Map<String, Integer> rows) {
        text.append("## ").append(title).append("\n\n| | |\n|---|--:|\n");
        rows.forEach((what, times) ->
                text.append("| ").append(what).append(" | ").append(times).append(" |\n"));
        text.append('\n');
    }

    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version().feature();
    }
}
