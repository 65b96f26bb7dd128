package io.orderfield.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/problems.md and the code name the same codes, and each of them is named by a test. */
class CodesTest {
    private static final Path ROOT = Path.of(System.getProperty("root.dir"));
    private static final List<String> MODULES = List.of("messaging", "om-ejb", "fsm-ejb", "web");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");

    /** Literals with hyphens that no client meets as a code: headers, roles, icons, attributes, paths, demo data. */
    private static final Set<String> OTHER_WORDS = Set.of(
            "check-square",
            "customer-order",
            "customer-orders",
            "dead-letters",
            "domain-order",
            "domain-orders",
            "exclamation-triangle",
            "field-service",
            "field-system",
            "id-card",
            "inflight-changes",
            "line-items",
            "list-check",
            "no-cache",
            "no-store",
            "nobody-fits",
            "order-agent",
            "order-manager",
            "outside-queues",
            "orderfield-api",
            "orderfield-theme",
            "orderfield-zone",
            "public-sector",
            "same-origin",
            "shopping-cart",
            "small-business",
            "work-order-tasks",
            "work-orders");

    @Test
    void documentsEveryCodeThatClientsMeet() throws IOException {
        Set<String> unknown = inCode();
        unknown.removeAll(documented());
        unknown.removeAll(OTHER_WORDS);
        assertThat(unknown).as("add them to docs/problems.md").isEmpty();
    }

    @Test
    void documentsNoCodeThatIsGone() throws IOException {
        Set<String> gone = documented();
        gone.removeAll(inCode());
        assertThat(gone).isEmpty();
        Set<String> other = new TreeSet<>(OTHER_WORDS);
        other.removeAll(inCode());
        assertThat(other).as("words that need no exception any more").isEmpty();
    }

    @Test
    void testsEveryCode() throws IOException {
        String tests = text("src/test/java");
        assertThat(documented()).isNotEmpty().allSatisfy(code -> assertThat(tests)
                .as("a test that names %s", code)
                .containsPattern("[\",| ]" + code + "[\",| ]"));
    }

    private static Set<String> documented() throws IOException {
        return found(DOCUMENTED, Files.readString(ROOT.resolve("docs/problems.md")));
    }

    private static Set<String> inCode() throws IOException {
        return found(LITERAL, text("src/main/java"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).collect(toCollection(TreeSet::new));
    }

    /** All sources of that kind but this one. */
    private static String text(String sources) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String module : Stream.concat(MODULES.stream(), Stream.of("ear")).toList()) {
            Path directory = ROOT.resolve(module).resolve(sources);
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    text.append(files.filter(f -> f.toString().endsWith(".java"))
                            .filter(f -> !f.endsWith("CodesTest.java"))
                            .map(CodesTest::read)
                            .collect(joining("\n")));
                }
            }
        }
        return text.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
