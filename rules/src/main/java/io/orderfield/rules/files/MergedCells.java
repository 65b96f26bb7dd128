package io.orderfield.rules.files;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.TableLimits;
import io.orderfield.rules.TableProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The merged cells of a sheet. Only the first cell of a range holds what a person sees in all of it, and a blank cell would
 * match everything: so each cell of a range in one column says what the first one says. What can't be read like that
 * makes the file one that isn't taken.
 */
final class MergedCells {
    /** A table of the most rows, merged in forty columns. */
    private static final int MOST_CELLS = 200_000;

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

    private final List<Range> ranges = new ArrayList<>();
    private final Map<Integer, List<Range>> byRow = new HashMap<>();

    /** Columns are numbered from 0, rows from 1, as the library does. */
    private static final class Range {
        private final String name;
        private final int left;
        private final int right;
        private final int top;
        private final int bottom;

        private String text = "";
        private int next;
        private boolean unclear;

        Range(String name, Matcher bounds) {
            this.name = name;
            int[] columns = {SheetColumns.number(bounds.group(1)) - 1, SheetColumns.number(bounds.group(3)) - 1};
            int[] rows = {Integer.parseInt(bounds.group(2)), Integer.parseInt(bounds.group(4))};
            left = Math.min(columns[0], columns[1]); // some programs write a range from its end
            top = Math.min(rows[0], rows[1]);
            right = Math.max(columns[0], columns[1]);
            bottom = Math.max(rows[0], rows[1]);
            next = top;
        }

        void fill(int row, List<String> cells) {
            unclear |= row != next && !text.isBlank(); // the rows between are not in the file
            next = row + 1;
            for (int column = left; column <= Math.min(right, cells.size() - 1); column++) {
                String own = cells.get(column);
                if (left < right) {
                    unclear |= !own.isBlank(); // does it say the same in every column?
                } else if (row == top) {
                    text = own;
                } else {
                    unclear |= !own.isBlank() && !own.equals(text); // hidden below what is seen
                    cells.set(column, text);
                }
            }
        }

        boolean isUnclear() {
            return unclear || (next <= bottom && !text.isBlank());
        }
    }

    /**
     * @param ranges such as {@code B4:B6}
     * @throws IOException when one of them is none
     */
    MergedCells(List<String> ranges) throws IOException {
        for (String name : ranges) {
            Matcher bounds = RANGE.matcher(name);
            if (!bounds.matches()) {
                throw new IOException("no range: " + TableProblem.shown(name));
            }
            this.ranges.add(new Range(name, bounds));
        }
    }

    /**
     * Leaves out what lies beside or above the table.
     *
     * @param header row of the header
     * @param width how many columns the table has
     * @throws InvalidDecisionTableException when there are too many
     */
    void begin(int header, int width) {
        ranges.removeIf(range -> range.left >= width || range.bottom < header);
        int cells = 0;
        for (Range range : ranges) {
            int height = range.bottom - range.top + 1;
            if (range.top <= header || height > TableLimits.MAX_ROWS) {
                range.unclear = true;
                continue;
            }
            cells += height;
            if (cells > MOST_CELLS) {
                throw InvalidDecisionTableException.of(
                        Sentence.of("file.tooManyMerged").with("most", MOST_CELLS));
            }
            for (int row = range.top; row <= range.bottom; row++) {
                byRow.computeIfAbsent(row, any -> new ArrayList<>()).add(range);
            }
        }
    }

    /** Whether the row has any. */
    boolean touch(int row) {
        return byRow.containsKey(row);
    }

    /** Has each cell of a range in this row say what its first one says. */
    void fill(int row, List<String> cells) {
        List<Range> here = byRow.get(row);
        if (here != null) {
            here.forEach(range -> range.fill(row, cells));
        }
    }

    /** The ranges of which it isn't clear what they say. */
    List<String> unclear() {
        return ranges.stream().filter(Range::isUnclear).map(range -> range.name).toList();
    }
}
