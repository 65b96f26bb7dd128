package io.orderfield.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The stops of docs/tour.md are where it says: the text of each link stands in the line that the link leads to, and in no
 * other of that file.
 */
class TourTest {
    private static final Path TOUR = Sources.ROOT.resolve("docs/tour.md");
    private static final Path MADE = Sources.ROOT.resolve("ear/target/tour.md");

    private static final Pattern STOP = Pattern.compile("(?m)^\\d+\\. .*$");
    /** Group 1 is the text of the line, 2 the file, 3 the line's number. */
    private static final Pattern LINE = Pattern.compile("\\[`([^`]+)`]\\(([^)#]+)#L(\\d+)\\)");

    @Test
    void hasTenStopsEachWithALine() {
        assertThat(STOP.matcher(Sources.read(TOUR)).results().map(MatchResult::group))
                .hasSize(10)
                .allSatisfy(stop -> assertThat(stop).containsPattern(LINE));
    }

    @Test
    void everyLineIsWhereItSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        String made = LINE.matcher(Sources.read(TOUR)).replaceAll(link -> {
            String mended = mended(link, wrong);
            if (!mended.equals(link.group())) {
                wrong.add(link.group(1) + " is at " + mended.substring(mended.indexOf("](") + 2, mended.length() - 1)
                        + ", not at " + link.group(2) + "#L" + link.group(3));
            }
            return Matcher.quoteReplacement(mended);
        });
        Files.writeString(MADE, made);

        assertThat(wrong)
                .as("docs/tour.md; with the lines as they are now it lies in %s", MADE)
                .isEmpty();
    }

    private static String mended(MatchResult link, List<String> wrong) {
        String text = link.group(1);
        List<Path> files = files(TOUR.resolveSibling(link.group(2)).normalize());
        if (files.size() != 1) {
            wrong.add(link.group(2) + " is gone, and " + files.size() + " files have its name");
            return link.group();
        }
        Path file = files.get(0);
        List<String> lines = Sources.read(file).lines().toList();
        int[] found = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(text))
                .map(i -> i + 1)
                .toArray();
        if (found.length != 1) {
            wrong.add(found.length + " lines of " + file.getFileName() + " say " + text);
            return link.group();
        }
        return "[`" + text + "`](" + TOUR.getParent().relativize(file) + "#L" + found[0] + ")";
    }

    /** The file, or those of its name when it was moved. */
    private static List<Path> files(Path file) {
        if (Files.exists(file)) {
            return List.of(file);
        }
        String name = "/" + file.getFileName();
        return Stream.concat(Sources.MODULES.stream(), Stream.of("ear"))
                .flatMap(module -> Sources.files(Sources.ROOT.resolve(module).resolve("src"), name).stream())
                .toList();
    }
}
