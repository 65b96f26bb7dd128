package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.rules.CompiledTable;
import io.orderfield.rules.TableShape;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a table decides, and each version ready to decide. What is in force is asked anew for each decision, of
 * the database and by its clock: on every node the next decision goes by what is published, and a planned version decides
 * from its moment on without anybody doing anything then.
 */
@Shared
class DecisionTables {
    private final EntityManager entityManager;
    private final CompiledTables compiled;
    private final BuildFailures failures;

    @Inject
    DecisionTables(@OmData EntityManager entityManager, CompiledTables compiled, BuildFailures failures) {
        this.entityManager = entityManager;
        this.compiled = compiled;
        this.failures = failures;
    }

    /** The version in force; one that can't be built is passed over, now and from then on. */
    CompiledTable serving(TableShape shape) {
        Integer version = serving(shape, Integer.MAX_VALUE);
        while (version != null) {
            try {
                return built(shape, version);
            } catch (TableNotBuiltException e) {
                failures.keep(shape.code(), version, e);
                version = serving(shape, version);
            }
        }
        throw new IllegalStateException("no version of the decision table " + shape.code() + " is published");
    }

    /**
     * Builds the version that waits for its time, if one does: no decision has to wait for that then. One that can't be
     * built is known before its time, and passed over.
     */
    void prepare(TableShape shape) {
        Integer version = planned(shape);
        if (version != null) {
            try {
                built(shape, version);
            } catch (TableNotBuiltException e) {
                failures.keep(shape.code(), version, e);
            }
        }
    }

    /**
     * A version ready to decide.
     *
     * @throws Refusal NOT_FOUND for one that was never published
     */
    CompiledTable version(TableShape shape, int version) {
        return built(shape, version);
    }

    private CompiledTable built(TableShape shape, int version) {
        return compiled.get(shape.code(), version, () -> {
            StoredTable content = content(shape, version);
            try {
                return CompiledTable.compile(version, content.table(shape));
            } catch (RuntimeException e) {
                throw new TableNotBuiltException(shape.code(), version, e);
            }
        });
    }

    /** What a version consists of. */
    StoredTable content(TableShape shape, int version) {
        try {
            return TableVersions.content(connection(), shape.code(), version)
                    .orElseThrow(() -> Refusal.notFound("tableVersion", "v" + version));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Number of the version in force, null when there is none. */
    @Nullable
    Integer serving(TableShape shape, int below) {
        try {
            return TableVersions.serving(connection(), shape.code(), below);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Number of the version that waits for its time, null when there is none. */
    @Nullable
    Integer planned(TableShape shape) {
        try {
            return TableVersions.planned(connection(), shape.code());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Number of the next version; whoever takes it first has it. */
    int next(TableShape shape) {
        try {
            Integer newest = TableVersions.newest(connection(), shape.code());
            return newest == null ? 1 : newest + 1;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The connection of the current transaction. */
    Connection connection() {
        return entityManager.unwrap(Connection.class);
    }

    static IllegalStateException unreadable(SQLException cause) {
        return new IllegalStateException("the versions of a decision table could not be read", cause);
    }
}
