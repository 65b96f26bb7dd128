package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import java.util.Map;

/**
 * What a look at a draft has found.
 *
 * @param id of the row, empty when it is about the table
 * @param row number of the row, 0 when it is about the table
 * @param column header of the column, empty when it is about no one column
 * @param what the sentence about it
 * @param closing the cells of a row that would mend it, by header; empty where no row would
 */
public record Finding(Kind kind, String id, int row, String column, Sentence what, Map<String, String> closing) {

    /** How much it matters. */
    public enum Severity {
        /** Keeps the table from being published. */
        ERROR,
        /** Asks for a word before it is. */
        WARNING,
        /** Is only shown: it may well be meant. */
        NOTE
    }

    /** What can be found. */
    public enum Kind {
        /** Something can't be read, or the table is too large. */
        UNREADABLE(Severity.ERROR),
        /** The template is not known. */
        UNKNOWN_TEMPLATE(Severity.ERROR),
        /** The template is known, but not active: no work order can be made of it. */
        INACTIVE_TEMPLATE(Severity.ERROR),
        /** The specification is not in the catalog. */
        UNKNOWN_SPECIFICATION(Severity.ERROR),
        /** No specification that the row names has this characteristic, so nothing meets it. */
        UNKNOWN_CHARACTERISTIC(Severity.WARNING),
        /** It asks for no specification, so it counts for every one. */
        ANY_SPECIFICATION(Severity.WARNING),
        /** No value of the column can meet the condition. */
        NEVER_MET(Severity.WARNING),
        /** Its validity is over. */
        ENDED(Severity.NOTE),
        /** Says the same as an earlier row. */
        DUPLICATE(Severity.WARNING),
        /** Whatever meets it meets an earlier row, which decides. */
        SHADOWED(Severity.WARNING),
        /** Some of what meets it meets an earlier row of the same template, which then decides. */
        OVERLAP(Severity.NOTE),
        /** No row can be met by this specification and action. */
        GAP(Severity.WARNING),
        /** Most rows of the version in force no longer count, or ask less than they did, or for more. */
        MOST_ROWS_LOST(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /** How much it matters. */
        public Severity severity() {
            return severity;
        }
    }

    public Finding {
        closing = Map.copyOf(closing);
    }
}
