package io.orderfield.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ports on which processes listen, from what Linux tells of them. */
public final class Listeners {
    private static final String LISTENING = "0A";

    /**
     * One of them.
     *
     * @param loopback whether only this machine can reach it
     */
    public record Listener(int port, boolean loopback) {}

    private Listeners() {}

    /** Listeners of these processes. */
    public static Set<Listener> of(Stream<ProcessHandle> processes) {
        Set<String> sockets = processes.flatMap(Listeners::sockets).collect(Collectors.toSet());
        Set<Listener> found = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : lines(Path.of(table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields[3].equals(LISTENING) && sockets.contains("socket:[" + fields[9] + "]")) {
                    String[] local = fields[1].split(":");
                    found.add(new Listener(Integer.parseInt(local[1], 16), isLoopback(local[0])));
                }
            }
        }
        return found;
    }

    /** Addresses stand there in words of four bytes, each in the order of the machine. */
    private static boolean isLoopback(String address) {
        return address.endsWith("0100007F") || address.equals("00000000000000000000000001000000");
    }

    private static Stream<String> sockets(ProcessHandle process) {
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return files.flatMap(Listeners::target).toList().stream();
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    private static Stream<String> target(Path file) {
        try {
            return Stream.of(Files.readSymbolicLink(file).toString());
        } catch (IOException closed) {
            return Stream.empty();
        }
    }

    private static List<String> lines(Path table) {
        try {
            List<String> lines = Files.readAllLines(table);
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
