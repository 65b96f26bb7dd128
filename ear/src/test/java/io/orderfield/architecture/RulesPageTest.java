package io.orderfield.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each rule of docs/rules.md is decided and held where the page says: the class is there and has the method. */
class RulesPageTest {
    private static final Path PAGE = Sources.ROOT.resolve("docs/rules.md");

    /** Groups are the cells: the rule, what decides it, what holds it. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!rule \\|)(.+) \\| (.*) \\| (.*) \\|$");
    /** Group 1 is the class or file, 2 the method if one is named, 3 the path. */
    private static final Pattern LINK = Pattern.compile("\\[`(\\w+(?:\\.xml)?)(?:\\.(\\w+))?`]\\(([^)]+)\\)");

    private static final String MAIN = "/src/main/";
    private static final String TEST = "/src/test/";

    @Test
    void eachRuleIsDecidedAndHeldWhereItSays() {
        List<MatchResult> rows = ROW.matcher(Sources.read(PAGE)).results().toList();

        assertThat(rows).hasSizeGreaterThan(90);
        assertThat(rows.stream().map(row -> row.group(1))).doesNotHaveDuplicates();
        assertThat(rows.stream().flatMap(row -> wrong(row).stream())).isEmpty();
    }

    @Test
    void noticesWhatIsNotSo() {
        String guard = "../om-ejb/src/main/java/io/orderfield/om/closing/ClosingGuard.java";
        String test = "../om-ejb/src/test/java/io/orderfield/om/closing/ClosingJpaTest.java";
        String decided = "[`ClosingGuard.blockers`](" + guard + ")";
        String held = "[`ClosingJpaTest.refusesToCloseTwice`](" + test + ")";
        assertThat(wrong(decided, held)).isEmpty();

        assertThat(wrong("nowhere", held)).as("nothing decides it").hasSize(1);
        assertThat(wrong(decided, "")).as("nothing holds it").hasSize(1);
        assertThat(wrong("[`ClosingGuard.blockers`](" + guard.replace("Guard", "Guards") + ")", held))
                .as("the file is gone")
                .hasSize(1);
        assertThat(wrong("[`Guard.blockers`](" + guard + ")", held))
                .as("another class")
                .hasSize(1);
        assertThat(wrong("[`ClosingGuard.obstacles`](" + guard + ")", held))
                .as("no such method")
                .hasSize(1);
        assertThat(wrong("[`ClosingGuard.isCanceledInFieldService`](" + guard + ")", held))
                .as("it only calls the method of another")
                .hasSize(1);
        assertThat(wrong("[`ClosingGuard.isMadeUpFor`](" + guard + ")", held))
                .as("it has the method beside calling it")
                .isEmpty();
        assertThat(wrong("[`ClosingGuard.ClosingGuard`](" + guard + ")", held))
                .as("its constructor")
                .isEmpty();
        assertThat(wrong(decided, decided)).as("held by no test").hasSize(1);
        assertThat(wrong(held, held)).as("decided in a test").hasSize(1);
    }

    private static List<String> wrong(String decided, String held) {
        Matcher row = ROW.matcher("| A rule | " + decided + " | " + held + " |");
        assertThat(row.matches()).isTrue();
        return wrong(row);
    }

    private static List<String> wrong(MatchResult row) {
        List<String> wrong = new ArrayList<>();
        for (String place : List.of(MAIN, TEST)) {
            String cell = row.group(place.equals(MAIN) ? 2 : 3);
            List<MatchResult> links = LINK.matcher(cell).results().toList();
            if (links.isEmpty()) {
                wrong.add(row.group(1) + ": nothing below " + place);
            }
            links.stream().filter(link -> !leadsThere(link, place)).forEach(link -> wrong.add(link.group()));
        }
        return wrong;
    }

    private static boolean leadsThere(MatchResult link, String place) {
        String type = link.group(1);
        Path file = PAGE.resolveSibling(link.group(3)).normalize();
        return link.group(3).contains(place)
                && Files.exists(file)
                && file.getFileName().toString().equals(type.contains(".") ? type : type + ".java")
                && (link.group(2) == null || declares(Sources.read(file), type, link.group(2)));
    }

    /** Whether a line begins with a method of that name and its type, or the constructor, and not with a call. */
    private static boolean declares(String source, String type, String method) {
        String before = method.equals(type) ? "(?:\\w+ )?" : "(?!return |throw |new |else )(?:<[^>]+> )?\\S.* ";
        return Pattern.compile("(?m)^ {4}(?:@\\w+ )*" + before + method + "\\(")
                .matcher(source)
                .find();
    }
}
