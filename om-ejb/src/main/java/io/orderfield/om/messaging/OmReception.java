package io.orderfield.om.messaging;

import io.orderfield.messaging.delivery.AttemptLog;
import io.orderfield.messaging.delivery.MessageHandler;
import io.orderfield.messaging.delivery.OutsideMessageHandler;
import io.orderfield.messaging.delivery.OutsideSender;
import io.orderfield.messaging.delivery.Reception;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the listeners of Order Management do with a message. A listener is bean-managed and one line:
 *
 * <pre>{@code
 * public void onMessage(Message message) {
 *     reception.receive(message, this::handle);
 * }
 * }</pre>
 *
 * A normal return acknowledges the message; an exception has the broker deliver it again.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OmReception {
    @Resource(lookup = "jdbc/appNonJta")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @EJB
    private OmMessageSender deadLetters;

    @EJB
    private OmFigures figures;

    @EJB
    private MessageFallouts fallouts;

    @Inject
    @ConfigProperty(name = "artemis.mode", defaultValue = "embedded")
    private String brokerMode;

    /** The broker user of this application, with a broker elsewhere. */
    @Inject
    @ConfigProperty(name = "artemis.user")
    private Optional<String> brokerUser;

    private Reception reception;

    @PostConstruct
    void open() {
        AttemptLog attempts = new AttemptLog(dataSource, OmDelivery.SCHEMA);
        reception = new Reception(
                this::bury, attempts, clock, figures.figures(), brokerUser.filter(u -> brokerMode.equals("external")));
    }

    /**
     * Works off the message; see {@link Reception#receive}.
     *
     * @throws RuntimeException when the message must not be acknowledged
     */
    public void receive(Message message, MessageHandler handler) {
        reception.receive(message, handler);
    }

    /**
     * Works off a message of an outside application; see {@link Reception#receiveFromOutside}.
     *
     * @throws RuntimeException when the message must not be acknowledged
     */
    public <T extends Record> void receiveFromOutside(
            Message message, String queue, Class<T> type, OutsideMessageHandler<T> handler) {
        reception.receiveFromOutside(message, queue, type, handler);
    }

    private void bury(Message message, @Nullable OutsideSender sender, String code, String reason) throws JMSException {
        if (sender == null) {
            fallouts.raiseForDeadLetter(message, code, reason);
        }
        deadLetters.add(message, sender, code, reason);
    }
}
