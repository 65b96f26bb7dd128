package io.orderfield.benchmark.floor;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.LongConsumer;

/** The other side's way in: inbox row, link and note in one transaction, acknowledged after its commit. */
final class FloorReceiver {
    private static final int SESSIONS = 4;

    private FloorReceiver() {}

    /** @param noted gets the planned time of each change, in nanoseconds, after the commit of its note */
    static void start(
            FloorDatabase database, ConnectionFactory broker, String user, String password, LongConsumer noted)
            throws SQLException {
        for (int i = 0; i < SESSIONS; i++) {
            Connection connection = database.connect();
            JMSContext context = broker.createContext(user, password, JMSContext.SESSION_TRANSACTED);
            FloorProcess.daemon("receiver", () -> work(connection, context, noted));
        }
    }

    private static void work(Connection connection, JMSContext context, LongConsumer noted)
            throws SQLException, JMSException {
        PreparedStatement inbox =
                connection.prepareStatement("insert into floor.inbox values (?, ?) on conflict do nothing");
        PreparedStatement link =
                connection.prepareStatement("update floor.link set version = version + 1, state = 'WORK_IN_PROGRESS',"
                        + " snapshot_revision = snapshot_revision + 1, last_entry_sequence = last_entry_sequence + 1"
                        + " where id = ?");
        PreparedStatement note = connection.prepareStatement("insert into floor.note select ?, l.id,"
                + " l.last_entry_sequence, ?, ?, 'Technician', 'state-changed', l.state, '[]', ? from floor.link l"
                + " where l.id = ?");
        JMSConsumer consumer = context.createConsumer(context.createQueue(FloorSender.QUEUE));
        while (true) {
            Message message = consumer.receive();
            if (message == null) {
                return;
            }
            OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
            String trace = message.getStringProperty("traceparent");
            int id = Integer.parseInt(message.getStringProperty("JMSXGroupID"));
            inbox.setObject(1, UUID.fromString(message.getStringProperty("messageId")));
            inbox.setObject(2, now);
            if (inbox.executeUpdate() == 1) {
                // the text is taken out of the message, but not read as JSON
                message.getBody(String.class);
                link.setInt(1, id);
                link.executeUpdate();
                note.setObject(1, UUID.randomUUID());
                note.setObject(
                        2,
                        Instant.parse(message.getStringProperty("occurredAt")).atOffset(ZoneOffset.UTC));
                note.setObject(3, now);
                note.setString(4, trace);
                note.setInt(5, id);
                note.executeUpdate();
            }
            connection.commit();
            context.commit();
            noted.accept(Long.parseLong(trace, 16));
        }
    }
}
