package io.orderfield.web.ui;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows when the reader's save would go over somebody else's change: who it was, when, and where the two
 * differ, the other's value beside the reader's own. The tag {@code of:meanwhile} shows it; the page decides what the
 * reader may do then (its buttons are the tag's content).
 *
 * @param by user name of who changed the record, null when it isn't known
 * @param at when the record was changed last, null when it isn't known
 * @param differences the fields in which the reader's form and the record of now differ
 */
public record MeanwhileChanged(
        @Nullable String by, @Nullable Instant at, List<Difference> differences) implements Serializable {
    public MeanwhileChanged {
        differences = List.copyOf(differences);
    }

    /**
     * One field in which the two differ.
     *
     * @param label the field in the reader's words
     * @param yours what the reader wants to save; empty for nothing
     * @param theirs what the record says now; empty for nothing
     */
    public record Difference(String label, String yours, String theirs) implements Serializable {}

    /** Starts a comparison with the record as somebody else left it. */
    public static Comparison with(@Nullable String by, @Nullable Instant at) {
        return new Comparison(by, at);
    }

    /** Collects where the reader's form and the record of now differ. */
    public static final class Comparison {
        private final @Nullable String by;
        private final @Nullable Instant at;
        private final List<Difference> differences = new ArrayList<>();

        private Comparison(@Nullable String by, @Nullable Instant at) {
            this.by = by;
            this.at = at;
        }

        /**
         * Compares one field. Nothing and empty text are the same to a reader, so they don't differ.
         *
         * @param label the field in the reader's words
         */
        public Comparison field(String label, @Nullable Object yours, @Nullable Object theirs) {
            String mine = Objects.toString(yours, "").strip();
            String other = Objects.toString(theirs, "").strip();
            if (!mine.equals(other)) {
                differences.add(new Difference(label, mine, other));
            }
            return this;
        }

        /** What is to be shown. */
        public MeanwhileChanged shown() {
            return new MeanwhileChanged(by, at, differences);
        }
    }
}
