package io.orderfield.messaging.delivery;

import io.orderfield.messaging.broker.BrokerAwayException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Claimed rows on their way to the broker: all in one transaction if that goes well; else group by group, and in a group
 * that is refused message by message, to find whose fault it is.
 */
final class Batch {
    /** So many groups in a row that find the broker away, and none that got through: it is away for all. */
    private static final int PROOFS_OF_ABSENCE = 2;

    /** A row that was refused for what it is, with the broker's words. */
    record Refused(StoredMessage row, String error) {
        boolean isLast() {
            return row.attempts() + 1 >= Dispatcher.MAXIMUM_ATTEMPTS;
        }
    }

    private final MessageSender sender;
    private final List<StoredMessage> rows;
    private final List<UUID> sent = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<UUID> putOff = new ArrayList<>();
    private String putOffError = "";
    private int putOffGroups;

    Batch(MessageSender sender, List<StoredMessage> rows) {
        this.sender = sender;
        this.rows = rows;
    }

    void send() {
        if (rows.isEmpty()) {
            return;
        }
        Collection<List<StoredMessage>> groups = groups();
        if (groups.size() == 1) {
            sendGroup(rows);
            return;
        }
        try {
            deliver(rows);
        } catch (MessageRefusedException | BrokerAwayException e) {
            sendGroups(groups);
        }
    }

    private void sendGroups(Collection<List<StoredMessage>> groups) {
        for (List<StoredMessage> group : groups) {
            if (sent.isEmpty() && refused.isEmpty() && putOffGroups >= PROOFS_OF_ABSENCE) {
                return;
            }
            sendGroup(group);
        }
    }

    private void sendGroup(List<StoredMessage> group) {
        try {
            deliver(group);
        } catch (MessageRefusedException e) {
            sendOneByOne(group);
        } catch (BrokerAwayException e) {
            putOff(group, e);
        }
    }

    private void sendOneByOne(List<StoredMessage> group) {
        for (int i = 0; i < group.size(); i++) {
            StoredMessage row = group.get(i);
            try {
                deliver(List.of(row));
            } catch (MessageRefusedException e) {
                Refused no = new Refused(row, String.valueOf(e.getMessage()));
                refused.add(no);
                if (!no.isLast()) {
                    // the rest stays behind it, in order
                    return;
                }
            } catch (BrokerAwayException e) {
                putOff(group.subList(i, group.size()), e);
                return;
            }
        }
    }

    private void deliver(List<StoredMessage> some) {
        try {
            sender.send(some.stream().map(StoredMessage::message).toList());
        } catch (MessageRefusedException | BrokerAwayException e) {
            throw e;
        } catch (RuntimeException e) {
            // a failed commit comes out as an exception of the container
            throw new BrokerAwayException("The messages could not be sent: " + e, e);
        }
        some.forEach(row -> sent.add(row.message().id()));
    }

    private void putOff(List<StoredMessage> group, BrokerAwayException e) {
        putOffGroups++;
        putOffError = String.valueOf(e.getMessage());
        group.forEach(row -> putOff.add(row.message().id()));
    }

    /** Rows by destination and group, each in order; a message without a group is a group of its own. */
    private Collection<List<StoredMessage>> groups() {
        Map<List<Object>, List<StoredMessage>> groups = new LinkedHashMap<>();
        for (StoredMessage row : rows) {
            OutgoingMessage m = row.message();
            List<Object> key = List.of(m.destination(), m.group() == null ? m.id() : m.group());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return groups.values();
    }

    /** Rows that the broker has. */
    List<UUID> sent() {
        return sent;
    }

    /** Rows that were refused for what they are. */
    List<Refused> refused() {
        return refused;
    }

    /** Rows that could not be sent for no fault of theirs, as far as they were tried. */
    List<UUID> putOff() {
        return putOff;
    }

    /** Why the rows of {@link #putOff} could not be sent. */
    String putOffError() {
        return putOffError;
    }

    /** Whether the broker answered at all: it took or refused something. */
    boolean brokerTookSome() {
        return !sent.isEmpty() || !refused.isEmpty();
    }
}
