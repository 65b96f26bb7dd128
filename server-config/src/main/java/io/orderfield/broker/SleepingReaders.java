package io.orderfield.broker;

import org.apache.activemq.artemis.api.core.ActiveMQInternalErrorException;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.SlowConsumerDetectionListener;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Disconnects an outside application that takes nothing for a whole check period though there is something: broker.xml says
 * where, and how long that is (<code>slow-consumer-check-period</code>). By itself the broker would disconnect as well who came
 * a moment before it looks to a subscription with a backlog, and who is just being handed the first event for long: at one look
 * it can't tell them from one that sleeps. So here it only says whom it takes for slow ({@code NOTIFY}), and who is found so
 * twice, with nothing acknowledged in between, has to go.
 *
 * <p>An external broker needs this plug-in too.
 */
public final class SleepingReaders implements ActiveMQServerConsumerPlugin {
    private @Nullable ActiveMQServer server;

    @Override
    public void registered(ActiveMQServer started) {
        server = started;
    }

    @Override
    public void afterCreateConsumer(ServerConsumer consumer) {
        consumer.setlowConsumerDetection(new Looks());
    }

    /** What was seen of one consumer; the broker looks in one thread at a time. */
    private final class Looks implements SlowConsumerDetectionListener {
        private long acknowledged = -1;

        @Override
        public void onSlowConsumer(ServerConsumer consumer) {
            long now = consumer.getMessagesAcknowledged();
            if (now == acknowledged) {
                disconnect(consumer);
            }
            acknowledged = now;
        }
    }

    private void disconnect(ServerConsumer consumer) {
        ActiveMQServer broker = server;
        ServerSession session = broker == null ? null : broker.getSessionByID(consumer.getSessionID());
        if (session != null) {
            session.getRemotingConnection()
                    .fail(new ActiveMQInternalErrorException("A reader of this connection takes nothing"));
        }
    }
}
