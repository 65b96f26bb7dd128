package io.orderfield.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A fixture in the tree: a zip of the broker's journal, the database, and what REST said of it all at the time. */
record Fixture(Path file) {
    /** Below it: the directories of the embedded broker. */
    static final String BROKER = "broker";

    /** Below it: the file of H2, or the tables of PostgreSQL. */
    static final String DATABASE = "database";

    /** Every list and record by its path, as the server of the time answered. */
    static final String RECORDS = "records.json";

    /** @param kind the database, {@code h2} or {@code postgres} */
    static Fixture of(String kind) {
        return new Fixture(
                Path.of(System.getProperty("root.dir"), "ear/src/test/resources/upgrade/f8f9984-" + kind + ".zip"));
    }

    void pack(Path folder) {
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out);
                    Stream<Path> files = Files.walk(folder)) {
                for (Path each :
                        (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    zip.putNextEntry(
                            new ZipEntry(folder.relativize(each).toString().replace('\\', '/')));
                    Files.copy(each, zip);
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path unpack(Path folder) {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(zip, target);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
