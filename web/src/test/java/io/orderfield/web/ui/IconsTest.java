package io.orderfield.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The font of icons is cut to what the pages use: one that is named and missing would be an empty square. */
class IconsTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path CUT = PAGES.resolve("resources/workspace/workspace.css");

    @Test
    void hasEveryIconThatThePagesName() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (file.toString().matches(".*\\.(xhtml|js)")) {
                    String text = Files.readString(file);
                    named.addAll(found("pi-([a-z]+(?:-[a-z]+)*)", text));
                    named.addAll(found("\\bicon=\"([a-z-]+)\"", text));
                }
            }
        }
        named.addAll(found(
                "xhtml\", \"([a-z-]+)\"",
                Files.readString(Path.of("src/main/java/io/orderfield/web/ui/Navigation.java"))));
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(found("\\.pi-([a-z-]+)::before", Files.readString(CUT))).containsAll(named);
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
