package io.orderfield.om.number;

import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Gives out numbers, from the database's sequences. A number is never given twice; gaps are normal (a transaction that rolls
 * back keeps its numbers).
 */
@Shared
public class Numbers {
    private static final int MOST = 100_000;
    private static final String SERIES = "generate_series(1, cast(?1 as integer))";

    private final EntityManager entityManager;

    @Inject
    Numbers(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * The next numbers of a kind, rising, in one round trip to the database.
     *
     * @param count how many, from 0 to 100,000
     */
    public List<String> next(NumberKind kind, int count) {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("count must be 0 to " + MOST + ", not " + count);
        }
        if (count == 0) {
            return List.of();
        }
        // generate_series is PostgreSQL's own; H2 knows it in its PostgreSQL mode as a table function of the same name
        @SuppressWarnings("unchecked")
        List<Number> values = entityManager
                .createNativeQuery("select nextval('om." + kind.sequence() + "') from " + SERIES)
                .setParameter(1, count)
                .getResultList();
        return values.stream().map(v -> kind.format(v.longValue())).sorted().toList();
    }

    /** The next number of a kind. */
    public String next(NumberKind kind) {
        return next(kind, 1).get(0);
    }
}
