package io.orderfield.rules.files;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.TableProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is wrong with rows, told in one more column behind the others; when the file comes back it is passed over. */
final class Marks {
    static final Marks NONE = new Marks(List.of(), Sentence::toString);

    private final Map<Integer, List<TableProblem>> byRow = new HashMap<>();
    private final Function<Sentence, String> words;

    /** @param words says a sentence in the reader's language */
    Marks(List<TableProblem> problems, Function<Sentence, String> words) {
        this.words = words;
        for (TableProblem problem : problems) {
            byRow.computeIfAbsent(problem.row(), row -> new ArrayList<>()).add(problem);
        }
    }

    List<String> headers(List<String> headers) {
        return byRow.isEmpty() ? headers : with(headers, DraftRow.PROBLEMS);
    }

    List<String> cells(int row, List<String> cells) {
        if (byRow.isEmpty()) {
            return cells;
        }
        return with(
                cells,
                of(row).stream()
                        .map(problem -> (problem.column().isEmpty() ? "" : problem.column() + ": ")
                                + words.apply(problem.what()))
                        .collect(Collectors.joining("; ")));
    }

    boolean isMarked(int row, String header) {
        return of(row).stream().anyMatch(problem -> problem.column().equals(header));
    }

    private List<TableProblem> of(int row) {
        return Objects.requireNonNullElse(byRow.get(row), List.of());
    }

    private static List<String> with(List<String> cells, String last) {
        List<String> more = new ArrayList<>(cells);
        more.add(last);
        return more;
    }
}
