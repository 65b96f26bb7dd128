package io.orderfield.rules;

import java.util.List;

/**
 * A condition column: its header, under which its fact is found, and the kind of its cells.
 *
 * @param header such as {@code region} or {@code characteristics.bandwidth}
 */
public record Column(String header, Kind kind) {

    /** What the cells of a column may hold. */
    public enum Kind {
        /** Codes of the catalog's specifications. */
        SPECIFICATION,
        /** Some of {@link #ACTIONS}. */
        ACTION,
        /** Any values. */
        TEXT,
        /** Whole numbers and ranges of them. */
        WHOLE_NUMBER,
        /** 1 (critical) to 4 (low), and ranges. */
        PRIORITY,
        /** Days and ranges of them. */
        DATE,
        /** Any values, or a range of numbers or days. */
        CHARACTERISTIC
    }

    /** What a line item may ask for. */
    public static final List<String> ACTIONS = List.of("ADD", "CHANGE", "DISCONNECT");

    /** Begins the headers of the columns of characteristics. */
    public static final String CHARACTERISTIC_PREFIX = "characteristics.";

    /** The day of the decision, which no table has as a column: the validity of each row asks for it. */
    public static final Column DECISION_DATE = new Column("decisionDate", Kind.DATE);
}
