package io.orderfield.rules.files;

import java.util.regex.Pattern;

/**
 * A spreadsheet takes a cell of a CSV for a formula by how it begins. What begins so is written with an apostrophe in front,
 * as one would type it there, and loses it when it is read.
 */
final class Formulas {
    private static final Pattern BEGINS_LIKE_ONE = Pattern.compile("(?s)'*[=+@\\t\\r-].*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]*");

    private Formulas() {}

    static String guarded(String cell) {
        return isLikeOne(cell) ? "'" + cell : cell;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && isLikeOne(cell) ? cell.substring(1) : cell;
    }

    private static boolean isLikeOne(String cell) {
        return BEGINS_LIKE_ONE.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    }
}
