package io.orderfield.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.om.settings.KnownVariables;
import io.orderfield.om.settings.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/settings.md names every variable that is read, with its default, and no other. */
class SettingsPageTest {
    /** Where the server keeps its own things: not for operators. */
    private static final Set<String> INTERNAL =
            Set.of("KEYSTORE_PASSWORD", "RAR_LOCATION", "TLS_KEYSTORE_BEFORE", "DATA_USUAL", "TLS_KEYSTORE_DRAWN");

    /** Group 1 is the name, group 2 the default where it is written as one. */
    private static final List<Pattern> IN_JAVA = List.of(
            Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?"),
            Pattern.compile("\\bget(?:Optional|Config)?Value\\(\\s*\"([^\"]+)\"()"),
            Pattern.compile("\\benvironment\\.get\\(\"([^\"]+)\"()"),
            Pattern.compile("\\benvironment\\.getOrDefault\\(\\s*\"([^\"]+)\",\\s*\"([^\"]*)\""),
            Pattern.compile("\\bneeded\\(environment, \"([^\"]+)\"()"));

    private static final List<Pattern> IN_CONFIGURATION = List.of(
            Pattern.compile("<variable name=\"([^\"]+)\" defaultValue=\"([^\"]*)\""),
            Pattern.compile("\\$\\{(?!server\\.)([^}]+)}()"));

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.+?) \\| (.+?) \\| .+ \\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Z0-9_]+)`");

    /** @param otherwise its default; empty when there is none, or one that only the running server knows */
    private record Variable(String name, String otherwise) {}

    @Test
    void namesEveryVariableThatIsRead() {
        Set<String> unknown = read().stream().map(Variable::name).collect(toCollection(TreeSet::new));
        unknown.removeAll(onThePage().keySet());
        assertThat(unknown).as("add the others to docs/settings.md").containsExactlyInAnyOrderElementsOf(INTERNAL);
    }

    @Test
    void namesNoVariableThatNobodyReads() {
        Set<String> gone = new TreeSet<>(onThePage().keySet());
        read().forEach(variable -> gone.remove(variable.name()));
        assertThat(gone).as("variables of docs/settings.md that nothing reads").isEmpty();
    }

    @Test
    void tellsTheDefaults() {
        Map<String, String> written = read().stream()
                .filter(variable -> !variable.otherwise().isEmpty())
                .filter(variable -> !variable.otherwise().contains("${"))
                .collect(toMap(Variable::name, Variable::otherwise, (one, same) -> one));
        assertThat(written).hasSizeGreaterThan(30);
        assertThat(onThePage()).as("docs/settings.md").containsAllEntriesOf(written);
    }

    @Test
    void theWarningAboutMisspelledOnesKnowsThemAll() {
        assertThat(KnownVariables.NAMES)
                .containsExactlyInAnyOrderElementsOf(onThePage().keySet());
    }

    @Test
    void nothingReadsOneVariableWithTwoDefaults() {
        assertThat(read().stream()
                        .filter(variable -> !variable.otherwise().isEmpty())
                        .distinct()
                        .collect(groupingBy(Variable::name)))
                .allSatisfy((name, defaults) -> assertThat(defaults).hasSize(1));
    }

    private static List<Variable> read() {
        List<Variable> read = new ArrayList<>();
        for (String module : Sources.MODULES) {
            read.addAll(read(module + "/src/main/java", ".java", IN_JAVA));
        }
        read.addAll(read("server-config/src/main/liberty", ".xml", IN_CONFIGURATION));
        for (Setting setting : Setting.values()) {
            read.add(new Variable(setting.name(), setting.otherwise()));
            read.add(new Variable(setting.fixedName(), ""));
        }
        return read;
    }

    private static List<Variable> read(String directory, String end, List<Pattern> patterns) {
        return Sources.files(Sources.ROOT.resolve(directory), end).stream()
                .map(Sources::read)
                .flatMap(text -> patterns.stream()
                        .flatMap(pattern -> pattern.matcher(text).results()))
                .map(SettingsPageTest::variable)
                .toList();
    }

    private static Variable variable(MatchResult found) {
        // as MicroProfile Config and the server look it up in the environment
        String name = found.group(1).replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return new Variable(name, found.group(2) == null ? "" : found.group(2));
    }

    /** Default by variable. A row may have several of both, in the same order. */
    private static Map<String, String> onThePage() {
        Map<String, String> rows = new LinkedHashMap<>();
        ROW.matcher(Sources.read(Sources.ROOT.resolve("docs/settings.md")))
                .results()
                .forEach(row -> {
                    List<String> names = NAME.matcher(row.group(1))
                            .results()
                            .map(name -> name.group(1))
                            .toList();
                    List<String> defaults = names.size() == 1
                            ? List.of(row.group(2))
                            : Stream.of(row.group(2).split(", ")).toList();
                    for (int i = 0; i < names.size(); i++) {
                        String text = i < defaults.size() ? defaults.get(i) : "";
                        assertThat(rows.put(names.get(i), text.replaceAll("^`(.*)`$", "$1")))
                                .as("a second row of %s", names.get(i))
                                .isNull();
                    }
                });
        return rows;
    }
}
