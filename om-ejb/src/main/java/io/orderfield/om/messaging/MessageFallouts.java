package io.orderfield.om.messaging;

import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.delivery.MessageProperties;
import io.orderfield.om.OmSentences;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.fallout.NewFallout;
import io.orderfield.om.worknote.NoteSubjects;
import io.orderfield.om.worknote.NoteSubjects.NoteSubject;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Raises a fallout for each message that was given up, on its way out or on its way in. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MessageFallouts {
    static final String FAILED = "message-failed";
    static final String DEAD = "message-dead";
    private static final int AT_ONCE = 100;
    private static final int LONGEST_TEXT = 4_000;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private Fallouts fallouts;

    @Inject
    private NoteSubjects subjects;

    /**
     * Raises one for each FAILED row of the outbox that has none, at most 100 at once.
     *
     * @return whether there may be more
     */
    public boolean raiseForFailedMessages() {
        // the rows are locked, so that two nodes don't both report one
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entityManager
                .createNativeQuery("select o.id, o.type, o.destination, o.group_id, o.correlation_id, o.last_error"
                        + " from om.outbox o where o.state = 'FAILED' and not exists (select 1 from om.fallout f"
                        + " where f.subject = o.id and f.state <> 'RESOLVED')"
                        + " order by o.id fetch first " + AT_ONCE + " rows only for update skip locked")
                .getResultList();
        for (Object[] row : rows) {
            UUID id = (UUID) row[0];
            Sentence text = Sentence.of("fallout.failed")
                    .with("type", row[1])
                    .with("destination", row[2])
                    .with("reason", String.valueOf(row[5]));
            raise(FAILED, id, (String) row[3], (String) row[4], text);
        }
        return rows.size() == AT_ONCE;
    }

    /** Raises one for a message that goes to the dead letter queue, where it is about a domain order that is known. */
    public void raiseForDeadLetter(Message message, String code, String reason) throws JMSException {
        String id = message.getStringProperty(MessageProperties.ID);
        String group = message.getStringProperty(MessageProperties.GROUP);
        if (group != null) {
            raiseForDeadLetter(id, message.getStringProperty(MessageProperties.TYPE), group, code, reason);
        }
    }

    void raiseForDeadLetter(
            @Nullable String id, @Nullable String type, String domainOrder, String code, String reason) {
        Optional<NoteSubject> subject = subjects.find(domainOrder);
        Optional<UUID> messageId = uuid(id);
        // a crash before the acknowledgement brings the message once more
        if (subject.isEmpty() || messageId.isEmpty() || fallouts.isRaised(DEAD, messageId.get())) {
            return;
        }
        Sentence text = Sentence.of("fallout.dead")
                .with("type", String.valueOf(type))
                .with("messageId", messageId.get())
                .with("code", code)
                .with("reason", reason);
        raise(DEAD, messageId.get(), domainOrder, subject.get().customerOrder(), fitting(text, reason));
    }

    private void raise(
            String cause, UUID id, @Nullable String domainOrder, @Nullable String customerOrder, Sentence text) {
        String record = domainOrder == null ? customerOrder : domainOrder;
        fallouts.raise(new NewFallout(
                cause, record == null ? id.toString() : record, customerOrder, null, domainOrder, id, text));
    }

    /** With as much of the reason as a fallout has room for. */
    private static Sentence fitting(Sentence text, String reason) {
        int over = OmSentences.english(text).length() - LONGEST_TEXT;
        return over <= 0 ? text : text.with("reason", reason.substring(0, reason.length() - over - 1) + "…");
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what has no id can't be told from a repeat of itself
        }
    }
}
