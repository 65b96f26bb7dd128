package io.orderfield.broker;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Writes on every message who sent it, as the broker has validated it, over whatever the sender wrote there. The setting
 * {@code populate-validated-user} does so for CORE clients alone: an AMQP client could put any name into the property, and
 * its own was never there.
 *
 * <p>An external broker needs this plug-in too, before partners may reach it by AMQP.
 */
public final class ValidatedUser implements ActiveMQServerMessagePlugin {
    @Override
    public void beforeSend(
            ServerSession session,
            Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue) {
        if (message instanceof ICoreMessage) {
            return;
        }
        // an AMQP message is as its sender made it; what the broker adds stands beside it, and over it for receivers
        String user = Objects.requireNonNullElse(session.getValidatedUser(), "");
        message.putExtraBytesProperty(Message.HDR_VALIDATED_USER, user.getBytes(StandardCharsets.UTF_8));
    }
}
