package io.orderfield.rules.files;

import java.util.regex.Pattern;

/**
 * A spreadsheet takes a cell of a CSV for a formula by how it begins. What begins so is written with an apostrophe in front,
 * as one would type it there, and loses it when it is read. So is what follows a semicolon, a tab or the end of a line inside
 * of a cell: where commas don't part cells, a cell begins there. Blanks in front don't count: some programs leave them out.
 */
final class Formulas {
    private static final String BEGINNING = "(?<![^;\\t\\r\\n])";
    /** As formulas begin, in full width as well, behind blanks and what guards them. */
    private static final String SIGN = "[ \\u00A0']*[=+@\\t\\r\\uFF1D\\uFF0B\\uFF20\\uFF0D-]";

    private static final Pattern UNGUARDED = Pattern.compile(BEGINNING + "(?=" + SIGN + ")");
    private static final Pattern GUARDED = Pattern.compile(BEGINNING + "'(?=" + SIGN + ")");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]*");

    private Formulas() {}

    static String guarded(String cell) {
        return NUMBER.matcher(cell).matches() ? cell : UNGUARDED.matcher(cell).replaceAll("'");
    }

    static String unguarded(String cell) {
        return GUARDED.matcher(cell).replaceAll("");
    }
}
