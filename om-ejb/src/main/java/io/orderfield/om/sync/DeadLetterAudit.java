package io.orderfield.om.sync;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.delivery.DeadLetter;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is done with dead letters, each step in a transaction of its own. For {@link DeadLetterService} only. The
 * intent of a discard and what it changes here are one transaction: nothing waits for a message that is thrown away.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeadLetterAudit {
    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private DiscardedMessage discarded;

    @Inject
    private Clock clock;

    /** Notes that a letter is to be sent on as a new message. */
    public UUID intendReplay(DeadLetter letter, UUID newMessageId, String by) {
        return begin(letter, DeadLetterAction.Kind.REPLAY, newMessageId, by, null)
                .id();
    }

    /** Notes that a letter is to be thrown away, and settles whatever waits for it. */
    public UUID intendDiscard(DeadLetter letter, String by, String reason) {
        DeadLetterAction action = begin(letter, DeadLetterAction.Kind.DISCARD, null, by, reason);
        action.settled(
                letter.sender() == null
                        ? discarded.settle(letter.messageType(), letter.body(), letter.group(), reason)
                        : DiscardedMessage.NOTHING);
        return action.id();
    }

    private DeadLetterAction begin(
            DeadLetter letter,
            DeadLetterAction.Kind kind,
            @Nullable UUID newMessageId,
            String by,
            @Nullable String reason) {
        Instant at = clock.instant();
        List<DeadLetterAction> before = entityManager
                .createQuery(
                        "select a from DeadLetterAction a where a.deadLetterId = :letter order by a.attempt desc",
                        DeadLetterAction.class)
                .setParameter("letter", letter.id())
                .setMaxResults(1)
                .getResultList();
        if (before.stream().anyMatch(a -> a.isUnderWay(at))) {
            throw busy(letter.id());
        }
        int attempt = before.stream().mapToInt(DeadLetterAction::attempt).sum() + 1;
        DeadLetterAction action = new DeadLetterAction(letter, attempt, kind, newMessageId, by, reason, at);
        entityManager.persist(action);
        // here, so that of two who act at once the second fails before it has changed anything else
        entityManager.flush();
        return action;
    }

    static Refusal busy(String id) {
        return Refusal.conflict("dead-letter-busy").with("id", id);
    }

    /** Notes what became of it. */
    public void finish(UUID action, boolean taken) {
        finish(action, taken ? DeadLetterAction.Outcome.DONE : DeadLetterAction.Outcome.GONE);
    }

    /** Notes that the broker did not do it. */
    public void fail(UUID action) {
        finish(action, DeadLetterAction.Outcome.FAILED);
    }

    private void finish(UUID action, DeadLetterAction.Outcome outcome) {
        entityManager.find(DeadLetterAction.class, action).finish(outcome, clock.instant());
    }

    /** One action. */
    public DeadLetterActionView find(UUID action) {
        return entityManager.find(DeadLetterAction.class, action).view();
    }

    /** Actions, newest first. */
    public List<DeadLetterActionView> list(int first, int max) {
        return entityManager
                .createQuery(
                        "select a from DeadLetterAction a order by a.requestedAt desc, a.id desc",
                        DeadLetterAction.class)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultStream()
                .map(DeadLetterAction::view)
                .toList();
    }

    /** How many actions there are. */
    public long count() {
        return entityManager
                .createQuery("select count(a) from DeadLetterAction a", Long.class)
                .getSingleResult();
    }
}
