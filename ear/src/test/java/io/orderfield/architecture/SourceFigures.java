package io.orderfield.architecture;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much there is of the main code, and how much of it is said twice. It needs a JDK and nothing else:
 *
 * <pre>java ear/src/test/java/io/orderfield/architecture/SourceFigures.java [another checkout]</pre>
 *
 * Main code are the Java files below {@code src/main/java} of each module. A line of code is one that is left when comments
 * are taken away and is not blank. Two files share a run where so many lines of code follow each other in both; how they are
 * indented doesn't matter, and what lies before the first type (package, imports) is no part of a run.
 */
final class SourceFigures {
    static final int SHORTEST_RUN = 10;
    private static final int LONGEST_FILE = 400;
    private static final int FULLEST = 10;

    private final List<Source> sources;

    /** @param lines as they are; {@code code} the lines of code among them */
    record Source(Path file, int lines, List<Line> code) {
        /** The lines that can be part of a run. */
        List<Line> body() {
            return code.stream()
                    .filter(line -> !line.text().matches("(package|import) .*;"))
                    .toList();
        }
    }

    /** @param number from 1; {@code text} without comments, with single blanks */
    record Line(int number, String text) {}

    /** The same {@code length} lines of code in two files, from these lines on. */
    record Run(Path one, int from, Path other, int otherFrom, int length) {
        @Override
        public String toString() {
            return length + " lines: " + one + ":" + from + " = " + other + ":" + otherFrom;
        }
    }

    SourceFigures(List<Source> sources) {
        this.sources = sources;
    }

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        of(Path.of(arguments.length == 0 ? "." : arguments[0])).rows().forEach(out::println);
    }

    /** Reads the modules of a checkout. */
    static SourceFigures of(Path checkout) {
        try (Stream<Path> modules = Files.list(checkout)) {
            return new SourceFigures(modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SourceFigures::walk)
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> read(checkout, file))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path directory) {
        try {
            return Files.walk(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path checkout, Path file) {
        try {
            return source(checkout.relativize(file), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source source(Path file, String text) {
        List<Line> code = new ArrayList<>();
        List<String> lines = withoutComments(text).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().replaceAll("\\s+", " ");
            if (!line.isEmpty()) {
                code.add(new Line(i + 1, line));
            }
        }
        return new Source(file, (int) text.lines().count(), code);
    }

    /** The same lines without what comments say. Quotes in comments and marks of comments in quotes are no such. */
    static String withoutComments(String text) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int end = endOfToken(text, i);
            String token = text.substring(i, end);
            if (token.startsWith("/*")) {
                code.append(
                        "\n".repeat((int) token.chars().filter(c -> c == '\n').count()));
            } else if (!token.startsWith("//")) {
                code.append(token);
            }
            i = end;
        }
        return code.toString();
    }

    /** Where the comment, text block, string or character ends that begins here; the next character when none does. */
    private static int endOfToken(String text, int start) {
        if (text.startsWith("//", start)) {
            int end = text.indexOf('\n', start);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", start)) {
            return after(text, "*/", start + 2);
        }
        if (text.startsWith("\"\"\"", start)) {
            return after(text, "\"\"\"", start + 3);
        }
        char quote = text.charAt(start);
        return quote == '"' || quote == '\'' ? after(text, String.valueOf(quote), start + 1) : start + 1;
    }

    private static int after(String text, String mark, int start) {
        boolean quoted = !mark.equals("*/");
        for (int i = start; i < text.length(); i++) {
            if (quoted && text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(mark, i)) {
                return i + mark.length();
            }
        }
        return text.length();
    }

    List<String> rows() {
        List<Run> runs = runs();
        int lines = sources.stream().mapToInt(Source::lines).sum();
        int code = sources.stream().mapToInt(s -> s.code().size()).sum();
        List<Source> tooLong = tooLong();
        List<String> rows = new ArrayList<>();
        rows.add(row("main files", sources.size()));
        rows.add(row("main lines", lines));
        rows.add(row("main lines without blanks and comments", code));
        rows.add(row("main files above " + LONGEST_FILE + " lines", tooLong.size()));
        tooLong.forEach(s -> rows.add("    " + s.lines() + " " + s.file()));
        rows.add(row("runs of " + SHORTEST_RUN + " lines of code or more that two main files share", runs.size()));
        rows.add(row("lines of code in such runs", repeated(runs)));
        runs.forEach(run -> rows.add("    " + run));
        rows.add("files of the fullest packages");
        packages().entrySet().stream()
                .sorted(Map.Entry.<Path, Long>comparingByValue().reversed())
                .limit(FULLEST)
                .forEach(p -> rows.add("    " + p.getValue() + " " + p.getKey()));
        return rows;
    }

    private static String row(String what, int figure) {
        return String.format(Locale.ROOT, "%-66s %,7d", what, figure);
    }

    /** The files with too many lines, longest first. */
    List<Source> tooLong() {
        return sources.stream()
                .filter(source -> source.lines() > LONGEST_FILE)
                .sorted(Comparator.comparing(Source::lines).reversed())
                .toList();
    }

    /** Number of files by directory. */
    Map<Path, Long> packages() {
        return sources.stream()
                .collect(Collectors.groupingBy(s -> s.file().getParent(), TreeMap::new, Collectors.counting()));
    }

    /** The longest runs that two files share, each once, longest first. */
    List<Run> runs() {
        Map<List<String>, List<int[]>> places = new HashMap<>();
        List<List<Line>> bodies = sources.stream().map(Source::body).toList();
        List<Run> runs = new ArrayList<>();
        for (int file = 0; file < bodies.size(); file++) {
            List<Line> body = bodies.get(file);
            List<String> texts = body.stream().map(Line::text).toList();
            for (int at = 0; at + SHORTEST_RUN <= texts.size(); at++) {
                List<int[]> same =
                        places.computeIfAbsent(texts.subList(at, at + SHORTEST_RUN), text -> new ArrayList<>());
                for (int[] place : same) {
                    List<Line> other = bodies.get(place[0]);
                    if (place[0] != file && !isEqual(other, place[1] - 1, body, at - 1)) {
                        runs.add(new Run(
                                sources.get(place[0]).file(),
                                other.get(place[1]).number(),
                                sources.get(file).file(),
                                body.get(at).number(),
                                length(other, place[1], body, at)));
                    }
                }
                same.add(new int[] {file, at});
            }
        }
        runs.sort(Comparator.comparing(Run::length).reversed());
        return runs;
    }

    private static int length(List<Line> one, int from, List<Line> other, int otherFrom) {
        int length = 0;
        while (isEqual(one, from + length, other, otherFrom + length)) {
            length++;
        }
        return length;
    }

    private static boolean isEqual(List<Line> one, int at, List<Line> other, int otherAt) {
        return at >= 0
                && otherAt >= 0
                && at < one.size()
                && otherAt < other.size()
                && one.get(at).text().equals(other.get(otherAt).text());
    }

    /** Lines of code that are part of a run in their file, each once. */
    private int repeated(List<Run> runs) {
        Map<Path, BitSet> lines = new HashMap<>();
        for (Run run : runs) {
            cover(lines, run.one(), run.from(), run.length());
            cover(lines, run.other(), run.otherFrom(), run.length());
        }
        return lines.values().stream().mapToInt(BitSet::cardinality).sum();
    }

    private void cover(Map<Path, BitSet> lines, Path file, int from, int length) {
        sources.stream()
                .filter(source -> source.file().equals(file))
                .flatMap(source -> source.body().stream())
                .filter(line -> line.number() >= from)
                .limit(length)
                .forEach(line -> lines.computeIfAbsent(file, f -> new BitSet()).set(line.number()));
    }
}
