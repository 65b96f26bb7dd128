package io.orderfield.rules.files;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.TableProblem;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers where a comma doesn't part the cells of a file: there it stands before decimals, and a dot may stand between
 * thousands. What can be read in two ways isn't read at all.
 */
final class CommaNumbers {
    /** Digits with dots and commas between them, which are no part of a longer word; the two dots of a range part numbers. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_/&+'-])(?<![^.]\\.)"
            + "-?[0-9]++(?:[.,][0-9]++)++(?![\\p{L}\\p{M}\\p{N}_/&+'-])(?!\\.[^.])");

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+,[0-9]+");
    private static final Pattern THOUSANDS = Pattern.compile("-?[0-9]{1,3}(?:\\.[0-9]{3})+(?:,[0-9]+)?");

    private CommaNumbers() {}

    /**
     * The cell as the table writes it.
     *
     * @param unclear is told of a number that can be read in two ways
     */
    static String read(String cell, Consumer<Sentence> unclear) {
        StringBuilder read = new StringBuilder();
        Matcher number = NUMBER.matcher(cell);
        while (number.find()) {
            String text = number.group();
            if (DECIMAL.matcher(text).matches()) {
                number.appendReplacement(read, text.replace(',', '.'));
            } else if (THOUSANDS.matcher(text).matches()) {
                unclear.accept(Sentence.of("cell.thousands").with("value", TableProblem.shown(text)));
            } else if (text.indexOf(',') >= 0) {
                unclear.accept(Sentence.of("cell.listOrNumber").with("value", TableProblem.shown(text)));
            }
        }
        return number.appendTail(read).toString();
    }
}
