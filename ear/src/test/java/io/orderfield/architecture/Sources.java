package io.orderfield.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this checkout, for tests that hold pages and code together. */
final class Sources {
    static final Path ROOT = Path.of(System.getProperty("root.dir"));

    /** The modules with code of ours, the one of these tests aside. */
    static final List<String> MODULES = List.of("messaging", "rules", "om-ejb", "fsm-ejb", "web", "server-config");

    private Sources() {}

    /** All files below that directory with that end of their names; none when there is no such directory. */
    static List<Path> files(Path directory, String end) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
