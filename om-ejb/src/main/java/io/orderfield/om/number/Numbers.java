package io.orderfield.om.number;

import java.util.List;

/** Gives out numbers. A number is never given twice; gaps are normal (a transaction that rolls back keeps its numbers). */
public interface Numbers {
    /**
     * The next numbers of a kind, rising, in one round trip to the database.
     *
     * @param count how many, from 0 to 100,000
     */
    List<String> next(NumberKind kind, int count);

    /** The next number of a kind. */
    default String next(NumberKind kind) {
        return next(kind, 1).get(0);
    }
}
