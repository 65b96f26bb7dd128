package io.orderfield.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What ships is the product alone: nothing that the tests put into variants of it. */
class ShippedEarIT {
    private static final String OURS = "io/orderfield/";

    @Test
    void holdsNoClassOfTheTests() throws IOException, URISyntaxException {
        Set<String> shipped = new HashSet<>();
        try (InputStream ear = Files.newInputStream(Path.of(System.getProperty("ear.file")))) {
            classes(ear, shipped);
        }
        assertThat(shipped).hasSizeGreaterThan(300).contains(OURS + "om/fieldevents/FieldServiceReports.class");
        assertThat(shipped).doesNotContainAnyElementsOf(ofTheTests());
    }

    private static Set<String> ofTheTests() throws IOException, URISyntaxException {
        Path root = Path.of(ShippedEarIT.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            Set<String> classes = files.map(f -> root.relativize(f).toString().replace('\\', '/'))
                    .filter(n -> n.endsWith(".class"))
                    .collect(Collectors.toSet());
            assertThat(classes).contains(OURS + "om/fieldevents/CredulousReports.class");
            return classes;
        }
    }

    /** Our classes in this archive and the archives in it, by their paths in their own. */
    private static void classes(InputStream archive, Set<String> found) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.endsWith(".jar") || name.endsWith(".war")) {
                classes(zip, found);
            } else if (name.contains(OURS) && name.endsWith(".class")) {
                found.add(name.substring(name.indexOf(OURS)));
            }
        }
    }
}
