package io.orderfield.om.sync;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.SentenceText;
import io.orderfield.messaging.delivery.DeadLetter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a dead letter. It is written, and committed, before the queue is touched; afterwards it gets its
 * outcome. One that stays PENDING tells of a crash in between: the letter is then either still there or gone.
 */
@Entity
@Table(name = "dead_letter_action", schema = "om")
class DeadLetterAction {
    /** After this a pending action is one that crashed. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    enum Kind {
        REPLAY,
        DISCARD
    }

    enum Outcome {
        /** Intended; the queue may or may not have been touched. */
        PENDING,
        DONE,
        /** Somebody else had taken the letter. */
        GONE,
        /** The broker did not do it; the letter is where it was. */
        FAILED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "dead_letter_id", updatable = false)
    private String deadLetterId;

    @Column(name = "attempt", updatable = false)
    private int attempt;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private Kind kind;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt;

    @Column(name = "reason", updatable = false)
    private @Nullable String reason;

    @Column(name = "message_id", updatable = false)
    private @Nullable String messageId;

    @Column(name = "new_message_id", updatable = false)
    private @Nullable UUID newMessageId;

    @Column(name = "message_type", updatable = false)
    private @Nullable String messageType;

    @Column(name = "code", updatable = false)
    private String code;

    @Column(name = "domain_order", updatable = false)
    private @Nullable String domainOrder;

    @Column(name = "customer_order", updatable = false)
    private @Nullable String customerOrder;

    @Column(name = "destination", updatable = false)
    private @Nullable String destination;

    /** In English, of actions from before it was data. */
    @Column(name = "effect", updatable = false)
    private @Nullable String effect;

    @Column(name = "effect_sentence")
    private @Nullable String effectSentence;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private Outcome outcome;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected DeadLetterAction() {
        // for JPA
    }

    DeadLetterAction(
            DeadLetter letter,
            int attempt,
            Kind kind,
            @Nullable UUID newMessageId,
            String by,
            @Nullable String reason,
            Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.deadLetterId = letter.id();
        this.attempt = attempt;
        this.kind = kind;
        this.newMessageId = newMessageId;
        this.requestedBy = by;
        this.requestedAt = at;
        this.reason = reason;
        this.messageId = cut(letter.messageId(), 40);
        this.messageType = cut(letter.messageType(), 100);
        this.code = String.valueOf(cut(letter.code(), 100));
        this.domainOrder = cut(letter.group(), 100);
        this.customerOrder = cut(letter.customerOrder(), 200);
        this.destination = cut(letter.originalDestination(), 200);
        this.outcome = Outcome.PENDING;
    }

    /** What came from outside may be longer than anything that this application sends. */
    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    /** Notes what was done here so that nothing waits for the message. */
    void settled(Sentence what) {
        effectSentence = SentenceText.write(what);
    }

    void finish(Outcome how, Instant at) {
        outcome = how;
        finishedAt = at;
    }

    /** Whether somebody is at it right now. */
    boolean isUnderWay(Instant now) {
        return outcome == Outcome.PENDING && requestedAt.plus(PATIENCE).isAfter(now);
    }

    UUID id() {
        return id;
    }

    int attempt() {
        return attempt;
    }

    DeadLetterActionView view() {
        return new DeadLetterActionView(
                id,
                deadLetterId,
                kind.name(),
                requestedBy,
                requestedAt,
                reason,
                messageId,
                newMessageId,
                messageType,
                code,
                domainOrder,
                customerOrder,
                destination,
                SentenceText.said(effectSentence, effect),
                outcome.name(),
                finishedAt);
    }
}
