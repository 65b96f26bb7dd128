package io.orderfield.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/problems.md and the code name the same codes, and each of them is named by a test. */
class CodesTest {
    private static final List<String> MODULES = List.of("messaging", "om-ejb", "fsm-ejb", "web");

    /** A code, with or without the name of one of its sentences behind a dot. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)(?:\\.\\w+)?\"");

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
            "line-item",
            "line-items",
            "list-check",
            "no-cache",
            "no-store",
            "nobody-fits",
            "order-agent",
            "order-manager",
            "policy-author",
            "policy-publisher",
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
    void documentsEveryCodeThatClientsMeet() {
        Set<String> unknown = inCode();
        unknown.removeAll(documented());
        unknown.removeAll(OTHER_WORDS);
        assertThat(unknown).as("add them to docs/problems.md").isEmpty();
    }

    @Test
    void documentsNoCodeThatIsGone() {
        Set<String> gone = documented();
        gone.removeAll(inCode());
        assertThat(gone).isEmpty();
        Set<String> other = new TreeSet<>(OTHER_WORDS);
        other.removeAll(inCode());
        assertThat(other).as("words that need no exception any more").isEmpty();
    }

    @Test
    void testsEveryCode() {
        String tests = text("src/test/java");
        assertThat(documented()).isNotEmpty().allSatisfy(code -> assertThat(tests)
                .as("a test that names %s", code)
                .containsPattern("[\",| ]" + code + "[\",| ]"));
    }

    @Test
    void documentsTheCodeOfEachThingThatIsWrongWithAField() {
        Set<String> said = SentencesTest.words().keySet().stream()
                .filter(key -> key.startsWith("field."))
                .map(key -> new Refusal.FieldProblem("any", new Sentence(key, Map.of())).code())
                .collect(toCollection(TreeSet::new));
        assertThat(found(Pattern.compile("(?m)^\\| `([a-z-]+)` \\|"), page().group("fields")))
                .isNotEmpty()
                .isEqualTo(said);
    }

    private static Set<String> documented() {
        Matcher page = page();
        return found(DOCUMENTED, page.group("before") + page.group("after"));
    }

    /** The page in three: what is wrong with fields has codes of one word as well. */
    private static Matcher page() {
        Matcher page = Pattern.compile("(?s)(?<before>.*)\n## Codes of fields\n(?<fields>.*?)(?<after>\n## .*)")
                .matcher(Sources.read(Sources.ROOT.resolve("docs/problems.md")));
        assertThat(page.matches()).isTrue();
        return page;
    }

    private static Set<String> inCode() {
        return found(LITERAL, text("src/main/java"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).collect(toCollection(TreeSet::new));
    }

    /** All sources of that kind but this one. */
    private static String text(String sources) {
        return Stream.concat(MODULES.stream(), Stream.of("ear"))
                .flatMap(module -> Sources.files(Sources.ROOT.resolve(module).resolve(sources), ".java").stream())
                .filter(file -> !file.endsWith("CodesTest.java"))
                .map(Sources::read)
                .collect(joining("\n"));
    }
}
