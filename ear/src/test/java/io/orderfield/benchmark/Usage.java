package io.orderfield.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process and those that it started have used since they began, ended ones included; from {@code /proc}, so on Linux
 * only. Processor time bears other work on the machine, time on the wall does not.
 *
 * @param cpuMillis processor time, in steps of 10 ms
 * @param bytesWritten what it has handed to the operating system, for files and sockets alike
 * @param bytesStored what the operating system counts as written to storage for it: whole pages of the file system, for every
 *     flush anew
 */
record Usage(double cpuMillis, double bytesWritten, double bytesStored) {
    static final Usage NONE = new Usage(0, 0, 0);

    /** Clock ticks of Linux are hundredths of a second on every platform that runs Java. */
    private static final double MILLIS_PER_TICK = 10;

    private static final int USER_TIME = 11;

    static Usage of(Stream<ProcessHandle> processes) {
        return processes.map(p -> of(p.pid())).reduce(NONE, Usage::plus);
    }

    static Usage ofTree(ProcessHandle root) {
        return of(Stream.concat(Stream.of(root), root.descendants()));
    }

    private static Usage of(long pid) {
        Path process = Path.of("/proc", String.valueOf(pid));
        try {
            String stat = Files.readString(process.resolve("stat"));
            // the name in parentheses may hold spaces
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = USER_TIME; i < USER_TIME + 4; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            List<String> io = Files.readAllLines(process.resolve("io"));
            return new Usage(ticks * MILLIS_PER_TICK, value(io, "wchar:"), value(io, "write_bytes:"));
        } catch (IOException ended) {
            // what it used is its parent's now
            return NONE;
        }
    }

    private static long value(List<String> io, String name) {
        return io.stream()
                .filter(l -> l.startsWith(name))
                .mapToLong(l -> Long.parseLong(l.substring(name.length()).strip()))
                .sum();
    }

    Usage plus(Usage other) {
        return new Usage(
                cpuMillis + other.cpuMillis, bytesWritten + other.bytesWritten, bytesStored + other.bytesStored);
    }

    Usage minus(Usage before) {
        return new Usage(
                cpuMillis - before.cpuMillis, bytesWritten - before.bytesWritten, bytesStored - before.bytesStored);
    }

    Usage per(long count) {
        return new Usage(cpuMillis / count, bytesWritten / count, bytesStored / count);
    }
}
