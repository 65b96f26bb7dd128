package io.orderfield.rules;

import java.util.Map;

/**
 * What a look at a table whose cells can all be read has found. An error keeps it from being published; a warning asks for
 * a word.
 *
 * @param row id of the row, empty when it is about the table
 * @param column header of the column, empty when it is about no one column
 * @param arguments what the sentence about it names
 */
public record Finding(Kind kind, String row, String column, Map<String, Object> arguments) {

    /** What can be found. */
    public enum Kind {
        /** The template is not known; {@code template}. */
        UNKNOWN_TEMPLATE(true),
        /** The template is known, but not active: no work order can be made of it; {@code template}. */
        INACTIVE_TEMPLATE(true),
        /** The specification is not in the catalog; {@code value}. */
        UNKNOWN_SPECIFICATION(true),
        /** No specification that the row names has this characteristic; {@code characteristic}. */
        UNKNOWN_CHARACTERISTIC(false),
        /** No value of the column can meet the condition; {@code condition}. */
        NEVER_MET(false),
        /** Says the same as an earlier row; {@code row}: its number. */
        DUPLICATE(false),
        /** Whatever meets it meets an earlier row, which decides; {@code row}: its number. */
        SHADOWED(false),
        /** Some of what meets it meets an earlier row of the same template, which then decides; {@code row}: its number. */
        OVERLAP(false),
        /** No row is met by this specification and action; {@code specification}, {@code action}. */
        GAP(false);

        private final boolean error;

        Kind(boolean error) {
            this.error = error;
        }

        /** Whether a table with it can't be published. */
        public boolean isError() {
            return error;
        }
    }

    public Finding {
        arguments = Map.copyOf(arguments);
    }
}
