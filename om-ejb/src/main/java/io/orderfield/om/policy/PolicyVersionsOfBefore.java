package io.orderfield.om.policy;

import io.orderfield.om.policy.TableVersions.Provenance;
import io.orderfield.om.policy.TableVersions.Publication;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.files.DecisionTableCsv;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * What earlier releases published of the work order policy, as CSV and without ids of rows. Each version is taken over under
 * its number, with the ids {@code r1}, {@code r2} … once and for all: domain orders keep the version that decided them.
 */
final class PolicyVersionsOfBefore {
    private PolicyVersionsOfBefore() {}

    /** Takes over what has not been taken over yet. */
    static void takeOver(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select version, published_at, published_by, content"
                                + " from om.policy_version p where not exists (select 1 from om.decision_table_version v"
                                + " where v.table_code = 'work-order-policy' and v.version = p.version)");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                TableVersions.publish(
                        connection,
                        new Publication(
                                TableShape.WORK_ORDER_POLICY.code(),
                                row.getInt(1),
                                StoredTable.of(DecisionTableCsv.read(row.getString(4), KnownValues.UNCHECKED)),
                                Provenance.shipped(
                                        row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3))));
            }
        }
    }
}
