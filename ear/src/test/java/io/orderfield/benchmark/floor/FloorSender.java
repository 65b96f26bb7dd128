package io.orderfield.benchmark.floor;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One side's way out. A transaction writes the row; after its commit a lane, chosen by the link, claims what has gathered,
 * sends it in one JMS transaction, deletes the rows and commits.
 */
final class FloorSender {
    static final String QUEUE = "om.work-order-events";
    private static final int LANES = 4;
    private static final int BATCH = 100;

    private final FloorDatabase database;
    private final String body;
    private final List<BlockingQueue<UUID>> lanes = new ArrayList<>();

    FloorSender(FloorDatabase database, ConnectionFactory broker, String user, String password, String body)
            throws SQLException {
        this.database = database;
        this.body = body;
        for (int i = 0; i < LANES; i++) {
            BlockingQueue<UUID> lane = new LinkedBlockingQueue<>();
            lanes.add(lane);
            Connection connection = database.connect();
            JMSContext context = broker.createContext(user, password, JMSContext.SESSION_TRANSACTED);
            FloorProcess.daemon("lane", () -> work(lane, connection, context));
        }
    }

    /** The change itself: one row, one commit. Calls of one thread share its connection. */
    final class Writer {
        private final Connection connection;
        private final PreparedStatement insert;

        Writer() throws SQLException {
            connection = database.connect();
            insert = connection.prepareStatement("insert into floor.outbox values (?, ?, ?, ?, ?, ?, ?, ?, 'READY')");
        }

        /** @param planned travels with the message as its trace */
        void write(int link, long planned) throws SQLException {
            UUID id = UUID.randomUUID();
            insert.setObject(1, id);
            insert.setString(2, QUEUE);
            insert.setString(3, "WorkOrderChanged.v1");
            insert.setString(4, String.valueOf(link));
            insert.setString(5, "ORD0001001");
            insert.setString(6, String.format("%032x", planned));
            insert.setString(7, body);
            insert.setObject(8, Instant.now().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            connection.commit();
            lanes.get(link % LANES).add(id);
        }
    }

    private static void work(BlockingQueue<UUID> lane, Connection connection, JMSContext context)
            throws SQLException, JMSException, InterruptedException {
        Queue queue = context.createQueue(QUEUE);
        JMSProducer producer = context.createProducer();
        PreparedStatement claim =
                connection.prepareStatement("select id, type, group_id, correlation_id, trace_parent, body, occurred_at"
                        + " from floor.outbox where state = 'READY' and id = any(?) order by occurred_at, id"
                        + " for update skip locked");
        PreparedStatement delete = connection.prepareStatement("delete from floor.outbox where id = any(?)");
        while (true) {
            List<UUID> ids = new ArrayList<>();
            ids.add(lane.take());
            lane.drainTo(ids, BATCH - 1);
            claim.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    producer.send(queue, message(context, row));
                }
            }
            context.commit();
            delete.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            delete.executeUpdate();
            connection.commit();
        }
    }

    private static TextMessage message(JMSContext context, ResultSet row) throws SQLException, JMSException {
        TextMessage message = context.createTextMessage(row.getString(6));
        message.setStringProperty("messageType", row.getString(2));
        message.setStringProperty("messageId", row.getObject(1, UUID.class).toString());
        message.setStringProperty(
                "occurredAt", row.getObject(7, OffsetDateTime.class).toInstant().toString());
        message.setStringProperty("JMSXGroupID", row.getString(3));
        message.setJMSCorrelationID(row.getString(4));
        message.setStringProperty("traceparent", row.getString(5));
        return message;
    }
}
