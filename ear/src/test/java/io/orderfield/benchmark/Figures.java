package io.orderfield.benchmark;

import io.orderfield.it.support.LibertyProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Takes figures and prints each as a row, with its goal. */
final class Figures {
    private Figures() {}

    /** Prints a row; the goal is a dash where there is none. */
    static void row(String what, double value, String unit, String goal) {
        System.out.printf(Locale.ROOT, "| %-62s | %8.2f %-3s | goal %s%n", what, value, unit, goal);
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

    /** Processor time of the server's processes so far, in seconds: unlike time on the wall, it bears other work beside it. */
    static double processorSeconds(LibertyProcess server) {
        return server.processes()
                        .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
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

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }
}
