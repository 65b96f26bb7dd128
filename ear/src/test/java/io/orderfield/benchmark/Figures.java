package io.orderfield.benchmark;

import io.orderfield.it.support.LibertyProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Takes figures and prints each as a row, with its goal. */
final class Figures {
    private static final List<String> ROWS = new ArrayList<>();

    private Figures() {}

    /** Prints a row; the goal is a dash where there is none. */
    static void row(String what, double value, String unit, String goal) {
        print(String.format(Locale.ROOT, "| %-86s | %9.2f %-3s | goal %s", what, value, unit, goal));
    }

    /** Prints a figure with a goal that it must not exceed, or must reach, and whether it was missed. */
    static void judged(String what, double value, String unit, double goal, boolean atMost) {
        boolean met = atMost ? value <= goal : value >= goal;
        row(
                what,
                value,
                unit,
                String.format(
                        Locale.ROOT, "%s %.0f: %s", atMost ? "at most" : "at least", goal, met ? "met" : "MISSED"));
    }

    private static void print(String row) {
        ROWS.add(row);
        System.out.println(row);
    }

    /** Prints all rows so far once more, together, and writes them to this file. */
    static void finish(Path file) throws IOException {
        System.out.println();
        ROWS.forEach(System.out::println);
        Files.write(file, ROWS);
        System.out.println("written to " + file);
    }

    /** Prints median and 95th percentile. */
    static void percentiles(String what, List<Double> values, String unit, String goal) {
        row(what + ", p50", percentile(values, 50), unit, "-");
        row(what + ", p95", percentile(values, 95), unit, goal);
    }

    static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }

    /** Sum of VmRSS over the server's processes, in MB; Linux only. */
    static double residentMegabytes(LibertyProcess server) {
        return server.processes().mapToLong(Figures::residentKilobytes).sum() / 1024.0;
    }

    private static long residentKilobytes(ProcessHandle process) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            return Files.exists(status)
                    ? Files.readAllLines(status).stream()
                            .filter(l -> l.startsWith("VmRSS:"))
                            .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                            .sum()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }
}
