package io.orderfield.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The processes of a setup, by what they are, in the order in which they are printed. */
final class Setup {
    private final Map<String, Supplier<Usage>> processes = new LinkedHashMap<>();

    Setup with(String name, Supplier<Usage> usage) {
        processes.put(name, usage);
        return this;
    }

    /** What each has used so far. */
    Costs costs() {
        Map<String, Usage> now = new LinkedHashMap<>();
        processes.forEach((name, usage) -> now.put(name, usage.get()));
        return new Costs(now);
    }

    /** What each process has used. */
    record Costs(Map<String, Usage> byProcess) {
        Costs minus(Costs before) {
            Map<String, Usage> rest = new LinkedHashMap<>();
            byProcess.forEach((name, usage) -> rest.put(name, usage.minus(before.byProcess.get(name))));
            return new Costs(rest);
        }

        Costs per(long count) {
            Map<String, Usage> each = new LinkedHashMap<>();
            byProcess.forEach((name, usage) -> each.put(name, usage.per(count)));
            return new Costs(each);
        }

        Usage total() {
            return byProcess.values().stream().reduce(Usage.NONE, Usage::plus);
        }

        /** Each process's processor time, and the sum. */
        void printCpu(String what) {
            byProcess.forEach((name, usage) -> Figures.row(what + ", " + name, usage.cpuMillis(), "ms", "-"));
            if (byProcess.size() > 1) {
                Figures.row(what + ", all processes", total().cpuMillis(), "ms", "-");
            }
        }

        /** Each process's bytes. */
        void printBytes(String what) {
            byProcess.forEach((name, usage) -> {
                Figures.row(what + ", " + name + ", files and sockets", usage.bytesWritten() / 1024, "KB", "-");
                Figures.row(what + ", " + name + ", storage", usage.bytesStored() / 1024, "KB", "-");
            });
        }
    }
}
