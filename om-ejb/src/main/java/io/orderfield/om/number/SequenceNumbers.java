package io.orderfield.om.number;

import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Numbers from the database's sequences. */
@Shared
class SequenceNumbers implements Numbers {
    private static final int MOST = 100_000;
    private static final String SERIES = "generate_series(1, cast(?1 as integer))";

    private final EntityManager entityManager;

    @Inject
    SequenceNumbers(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
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
}
