package io.orderfield.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.architecture.SourceFigures.Line;
import io.orderfield.architecture.SourceFigures.Run;
import io.orderfield.architecture.SourceFigures.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures count what they say, and the house gets no fuller than it is. */
class SourceFiguresTest {
    private static final Path ONE = Path.of("a", "One.java");
    private static final Path OTHER = Path.of("a", "Other.java");

    @Test
    void noFileGetsTooLongAndNoPackageFuller() {
        SourceFigures house = SourceFigures.of(Sources.ROOT);
        assertThat(house.tooLong()).isEmpty();
        assertThat(Collections.max(house.packages().values())).isLessThanOrEqualTo(50);
    }

    @Test
    void aLineOfCodeIsNeitherBlankNorComment() {
        Source source = SourceFigures.source(ONE, """
            package a;

            /** What it's for: "nothing
             * at all". */
            class One { // one
                String url = "http://x/*";   /* and */  int i;
                char quote = '"'; // "
                String text = \"""
                    // said \\\"""
                    \""";
            }
            """);
        assertThat(source.lines()).isEqualTo(11);
        assertThat(source.code())
                .containsExactly(
                        new Line(1, "package a;"),
                        new Line(5, "class One {"),
                        new Line(6, "String url = \"http://x/*\"; int i;"),
                        new Line(7, "char quote = '\"';"),
                        new Line(8, "String text = \"\"\""),
                        new Line(9, "// said \\\"\"\""),
                        new Line(10, "\"\"\";"),
                        new Line(11, "}"));
    }

    @Test
    void aRunIsTheLongestThatTwoFilesShare() {
        Source one = SourceFigures.source(ONE, "int a;\n" + statements(1, 12, "") + "int b;\n");
        Source other = SourceFigures.source(OTHER, statements(1, 12, "  // so\n\n    ") + "int c;\n");
        assertThat(new SourceFigures(List.of(one, other)).runs()).containsExactly(new Run(ONE, 2, OTHER, 3, 12));
        assertThat(new SourceFigures(List.of(one, other)).rows())
                .anyMatch(row -> row.matches("runs of 10 .* 1"))
                .anyMatch(row -> row.matches("lines of code in such runs +24"))
                .contains("    12 lines: a/One.java:2 = a/Other.java:3");
    }

    @Test
    void nineLinesAreNoRunNorAreImportsOrWhatAFileSaysTwice() {
        Source one = SourceFigures.source(ONE, "import a;\nimport b;\n" + statements(1, 9, ""));
        Source other = SourceFigures.source(OTHER, "import a;\nimport b;\n" + statements(1, 9, ""));
        Source twice =
                SourceFigures.source(Path.of("a", "Twice.java"), statements(20, 30, "") + statements(20, 30, ""));
        assertThat(new SourceFigures(List.of(one, other, twice)).runs()).isEmpty();
    }

    @Test
    void readsTheMainCodeOfEachModule(@TempDir Path checkout) throws IOException {
        Path file = checkout.resolve("om-ejb/src/main/java/io/A.java");
        Path test = checkout.resolve("om-ejb/src/test/java/io/ATest.java");
        for (Path source : List.of(file, test)) {
            Files.createDirectories(source.getParent());
            Files.writeString(source, "class A {}\n".repeat(401));
        }
        SourceFigures figures = SourceFigures.of(checkout);
        assertThat(figures.packages()).containsExactly(Map.entry(Path.of("om-ejb/src/main/java/io"), 1L));
        assertThat(figures.tooLong()).extracting(Source::lines).containsExactly(401);
        assertThat(figures.rows()).contains("    401 om-ejb/src/main/java/io/A.java");
    }

    private static String statements(int first, int last, String before) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> before + "call(" + i + ");\n")
                .collect(joining());
    }
}
