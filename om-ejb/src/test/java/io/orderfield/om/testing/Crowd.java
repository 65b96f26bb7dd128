package io.orderfield.om.testing;

import io.orderfield.messaging.testing.DatabaseKind;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * 100,000 customer orders, each with one domain order and one fallout, and as many notes on the first domain order (the
 * line items between them are in no list and are left out): made by a few statements of SQL. Number n has the number 1,000,000 + n and is the n-th in time.
 */
public final class Crowd {
    public static final int SIZE = 100_000;

    private static final Set<TestDatabase> FILLED = new HashSet<>();
    private static final String SERIES = " from generate_series(1, " + SIZE + ") as s(n)";

    private Crowd() {}

    /** Fills the database once; returns the id of the domain order that has the notes. */
    public static synchronized UUID in(TestDatabase database) {
        if (FILLED.add(database)) {
            database.doInTransaction(CatalogFixture::ensure);
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                boolean h2 = database.kind() == DatabaseKind.H2;
                statement.execute(h2 ? "set referential_integrity false" : "set session_replication_role = replica");
                fill(statement);
                statement.execute(h2 ? "set referential_integrity true" : "reset session_replication_role");
                statement.execute(h2 ? "analyze" : "vacuum analyze");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return new UUID(0, 0x3_000_001L);
    }

    private static void fill(Statement statement) throws SQLException {
        statement.execute(
                "insert into om.customer_order (id, version, number, account, state, priority, requested_date,"
                        + " external_reference, created_by, created_at, updated_at, removed_revisions) select " + id(1)
                        + ", 1, 'ORD' || (1000000 + n), " + account() + ", case when mod(n, 10) = 0 then 'CANCELED'"
                        + " when mod(n, 10) < 9 then 'IN_PROGRESS' else 'NEW' end, mod(n, 4) + 1,"
                        + " date '2026-01-01' + cast(n / 300 as integer), 'REF' || n, 'agent', "
                        + time() + ", " + time() + ", 0" + SERIES);
        statement.execute("insert into om.domain_order (id, version, revision, number, type, state, depth, item_id,"
                + " line_item, order_id, customer_order, account, action, specification, factor, quantity, location,"
                + " table_version, decision_date, last_note_position, created_at, updated_at) select " + id(3)
                + ", 1, 1, 'SO' || (1000000 + n), 'SERVICE', case when mod(n, 10) = 0 then 'CANCELED' else"
                + " 'IN_PROGRESS' end, 0, " + id(2) + ", 'ORDL' || (1000000 + n), " + id(1)
                + ", 'ORD' || (1000000 + n), " + account() + ", 'ADD', '" + CatalogFixture.PRODUCT + "', 1, 1, '"
                + CatalogFixture.LOCATION + "', 1, date '2026-01-01', 0, " + time() + ", " + time() + SERIES);
        statement.execute("insert into om.work_note (id, domain_order_id, domain_order, position, occurred_at,"
                + " recorded_at, author, channel, kind, work_order, text) select " + id(4)
                + ", cast('00000000-0000-0000-0000-000003000001' as uuid), 'SO1000001', n, " + time() + ", " + time()
                + ", 'system', 'system', case when mod(n, 10) = 0 and n < 99995 then 'note' else 'state-changed' end,"
                + " 'WO000' || lpad(cast(mod(n, 1000) as varchar), 4, '0'), 'note ' || n" + SERIES);
        statement.execute("insert into om.fallout (id, version, number, cause, record, customer_order, line_item,"
                + " domain_order, text, state, owner, created_at) select " + id(5) + ", 1, 'FO' || (1000000 + n),"
                + " case when mod(n, 10) = 9 then 'update-refused' else 'creation-refused' end, 'SO' || (1000000 + n),"
                + " 'ORD' || (1000000 + n), 'ORDL' || (1000000 + n), 'SO' || (1000000 + n), 'look',"
                + " case when mod(n, 10) = 0 then 'OPEN' else 'RESOLVED' end,"
                + " case when mod(n, 10) = 0 then null else 'dispatcher' end, " + time() + SERIES);
    }

    private static String id(int kind) {
        return "cast('00000000-0000-0000-0000-00000' || cast(" + kind + "000000 + n as varchar) as uuid)";
    }

    private static String account() {
        return "case when mod(n, 1000) = 0 then '" + CatalogFixture.FOREIGN_ACCOUNT + "' else '"
                + CatalogFixture.ACCOUNT + "' end";
    }

    private static String time() {
        return "timestamp with time zone '2026-01-01 00:00:00Z' + n * interval '1' minute";
    }
}
