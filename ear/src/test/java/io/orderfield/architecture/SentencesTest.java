package io.orderfield.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.om.customerorder.OrderAction;
import io.orderfield.om.domainorder.DomainOrderAction;
import io.orderfield.om.inflight.InflightChangeAction;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the code says as data and what the bundles say in words are the same sentences: each has words, each is said
 * somewhere, and tells what its words name. A sentence is begun with its key and told its arguments in one expression, so
 * that this test, and whoever reads the code, sees both.
 */
class SentencesTest {
    private static final Pattern SAID =
            Pattern.compile("\\b(?:Sentence\\.of|Refusal\\.(?:invalid|conflict|forbidden))\\(\\s*\"([^\"]+)\"\\s*\\)"
                    + "|\\bRefusal\\.of\\(\\s*[\\w.]+,\\s*\"([^\"]+)\"\\s*\\)");

    private static final Pattern TOLD = Pattern.compile("\\s*\\.(with|showing)\\(\\s*\"(\\w+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:\\|(\\w+))?}");

    /** Where the name of a kind of record is given. */
    private static final Pattern RECORD = Pattern.compile(
            "(?:notFound\\(|stale\\(|checkSees\\([^;\"]*)\\s*\"(\\w+)\"" + "|(?:WHAT|ORDER|TASK) = \"(\\w+)\"");

    private record Said(String key, Set<String> told, String file) {}

    @Test
    void aKeyHasOneOwner() {
        assertThat(bundles().stream().flatMap(bundle -> bundle.stringPropertyNames().stream()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void everySentenceHasItsWordsWhichNameWhatItTells() {
        Map<String, String> words = words();
        assertThat(said()).isNotEmpty().allSatisfy(sentence -> {
            assertThat(words).as(sentence.file()).containsKey(sentence.key());
            assertThat(places(words.get(sentence.key()), 1))
                    .as("%s in %s", sentence.key(), sentence.file())
                    .isEqualTo(sentence.told());
        });
    }

    @Test
    void everySentenceIsSaidSomewhere() {
        Set<String> said = said().stream().map(Said::key).collect(toCollection(TreeSet::new));
        Set<String> kinds = kinds();
        assertThat(words().keySet().stream().filter(key -> !kinds.contains(kind(key))))
                .allSatisfy(key -> assertThat(said).contains(key));
    }

    @Test
    void everyWordIsTheNameOfSomething() {
        String code = sources().map(Sources::read).collect(joining("\n"));
        Set<String> kinds = kinds();
        assertThat(words().keySet().stream().filter(key -> kinds.contains(kind(key))))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(code).containsPattern("\\b" + key.substring(key.indexOf('.') + 1) + "\\b"));
    }

    @Test
    void everyKindOfRecordAndEveryTransitionHasItsWord() {
        Map<String, String> words = words();
        String code = sources().map(Sources::read).collect(joining("\n"));
        assertThat(RECORD.matcher(code).results().map(m -> m.group(1) == null ? m.group(2) : m.group(1)))
                .isNotEmpty()
                .allSatisfy(what -> assertThat(words).containsKey("record." + what));
        assertThat(Stream.<Enum<?>[]>of(OrderAction.values(), DomainOrderAction.values(), InflightChangeAction.values())
                        .flatMap(Stream::of))
                .allSatisfy(step -> assertThat(words).containsKey("verdict." + step.name()));
    }

    /** Only the refusal, which is given it, begins a sentence with a key that doesn't stand there. */
    @Test
    void aKeyStandsWhereItIsSaid() {
        assertThat(sources()
                        .filter(file -> Pattern.compile("\\bSentence\\.of\\(\\s*[^\\s\"]")
                                .matcher(Sources.read(file))
                                .find())
                        .map(Path::getFileName))
                .hasToString("[Refusal.java]");
    }

    private static List<Said> said() {
        List<Said> said = new ArrayList<>();
        sources().forEach(file -> {
            String code = Sources.read(file);
            Matcher sentence = SAID.matcher(code);
            while (sentence.find()) {
                String key = sentence.group(1) == null ? sentence.group(2) : sentence.group(1);
                said.add(new Said(
                        key, told(code, sentence.end()), file.getFileName().toString()));
            }
        });
        return said;
    }

    /** The names in the chain of calls that begins here. */
    private static Set<String> told(String code, int begin) {
        Set<String> names = new TreeSet<>();
        Matcher next = TOLD.matcher(code);
        for (int at = begin; next.region(at, code.length()).lookingAt(); at = closed(code, next.end())) {
            if (next.group(1).equals("with")) {
                names.add(next.group(2));
            }
        }
        return names;
    }

    /** Behind the parenthesis that closes what is open here. */
    private static int closed(String code, int begin) {
        boolean text = false;
        int open = 1;
        int at = begin;
        for (; open > 0; at++) {
            char c = code.charAt(at);
            if (text && c == '\\') {
                at++;
            } else if (c == '"') {
                text = !text;
            } else if (!text) {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return at;
    }

    private static Set<String> places(String words, int group) {
        return PLACE.matcher(words)
                .results()
                .filter(place -> place.group(group) != null)
                .map(place -> place.group(group))
                .collect(toCollection(TreeSet::new));
    }

    /** The kinds of words that places ask for. */
    private static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        words().values().forEach(words -> kinds.addAll(places(words, 2)));
        return kinds;
    }

    private static String kind(String key) {
        return key.replaceFirst("\\..*", "");
    }

    static Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        bundles().forEach(bundle -> bundle.stringPropertyNames()
                .forEach(key -> words.put(key, bundle.getProperty(key))));
        return words;
    }

    private static List<Properties> bundles() {
        return Sources.MODULES.stream()
                .flatMap(
                        module -> Sources.files(
                                Sources.ROOT.resolve(module).resolve("src/main/resources"), "/sentences.properties")
                                .stream())
                .map(SentencesTest::bundle)
                .toList();
    }

    private static Properties bundle(Path file) {
        Properties bundle = new Properties();
        try {
            bundle.load(new StringReader(Sources.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    private static Stream<Path> sources() {
        return Sources.MODULES.stream()
                .flatMap(module ->
                        Sources.files(Sources.ROOT.resolve(module).resolve("src/main/java"), ".java").stream());
    }
}
