package io.orderfield.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages are text: whether each key that they name has words is checked here, not by a reader. */
class MessagesTest {
    private static final Pattern IN_PAGES = Pattern.compile("m\\['([^']+)'\\]|ui\\.text\\('([^']+)'");
    private static final Pattern IN_CODE = Pattern.compile(
            "texts\\.of\\(\\s*\"([\\w.-]+\\w)\"|attempt\\(\\s*\"([\\w.-]+\\w)\"|decide\\w*\\(\\s*\"([\\w.-]+)\"");

    private final ResourceBundle bundle = ResourceBundle.getBundle("io.orderfield.web.messages");

    @Test
    void hasWordsForEveryKeyOfThePages() {
        Set<String> keys = keys(Path.of("src/main/webapp"), ".xhtml", IN_PAGES);
        assertThat(keys).hasSizeGreaterThan(100);
        assertThat(bundle.keySet()).containsAll(keys);
    }

    @Test
    void hasWordsForEveryKeyOfTheCode() {
        Set<String> keys = keys(Path.of("src/main/java"), ".java", IN_CODE);
        assertThat(keys).hasSizeGreaterThan(30);
        assertThat(bundle.keySet()).containsAll(keys);
    }

    @Test
    void hasOnlyPatternsThatCanBeFilled() {
        for (String key : bundle.keySet()) {
            String text = bundle.getString(key);
            if (text.contains("{")) {
                assertThat(text).as(key).doesNotContain("'");
                assertThat(new MessageFormat(text).format(new Object[] {1, 2, 3, 4}))
                        .as(key)
                        .doesNotContain("{");
            }
        }
    }

    private static Set<String> keys(Path folder, String suffix, Pattern pattern) {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(suffix)).forEach(file -> {
                Matcher matcher = pattern.matcher(read(file));
                while (matcher.find()) {
                    for (int group = 1; group <= matcher.groupCount(); group++) {
                        if (matcher.group(group) != null) {
                            keys.add(matcher.group(group));
                        }
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
