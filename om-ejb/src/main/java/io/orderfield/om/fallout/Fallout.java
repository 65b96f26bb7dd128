package io.orderfield.om.fallout;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.SentenceText;
import io.orderfield.om.OmSentences;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs a person. Somebody takes it over, does what is needed and says what it was; or has what failed tried
 * again, which ends it too: should it fail once more, that is a fallout of its own.
 */
@Entity
@Table(name = "fallout", schema = "om")
class Fallout {
    private static final int LONGEST = 4_000;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "number")
    private String number;

    @Column(name = "cause")
    private String cause;

    @Column(name = "record")
    private String record;

    @Column(name = "customer_order")
    private @Nullable String customerOrder;

    @Column(name = "line_item")
    private @Nullable String lineItem;

    @Column(name = "domain_order")
    private @Nullable String domainOrder;

    @Column(name = "subject")
    private @Nullable UUID subject;

    /** In English, for what reads the table by itself, an earlier release among it; cut where it is too long. */
    @Column(name = "text")
    private String text;

    /** What happened, as data; older fallouts have the text alone. */
    @Column(name = "sentence")
    private @Nullable String sentence;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private FalloutState state;

    @Column(name = "owner")
    private @Nullable String owner;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    @Column(name = "resolved_by")
    private @Nullable String resolvedBy;

    @Column(name = "resolution")
    private @Nullable String resolution;

    /** How it ended, as data; then there is no text of it. */
    @Column(name = "resolution_sentence")
    private @Nullable String resolutionSentence;

    protected Fallout() {
        // for JPA
    }

    Fallout(String number, NewFallout raised, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.cause = raised.cause();
        this.record = raised.record();
        this.customerOrder = raised.customerOrder();
        this.lineItem = raised.lineItem();
        this.domainOrder = raised.domainOrder();
        this.subject = raised.subject();
        this.text = cut(OmSentences.english(raised.text()));
        this.sentence = SentenceText.write(raised.text());
        this.state = FalloutState.OPEN;
        this.createdAt = at;
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }

    /** Gives it an owner, or another one. */
    void assign(String newOwner) {
        checkNotResolved("ASSIGN");
        owner = newOwner;
        state = FalloutState.IN_PROGRESS;
    }

    /** Ends it. */
    void resolve(Sentence what, String by, Instant at) {
        checkNotResolved("RESOLVE");
        owner = owner == null ? by : owner;
        resolutionSentence = SentenceText.write(what);
        resolvedBy = by;
        resolvedAt = at;
        state = FalloutState.RESOLVED;
    }

    void checkNotResolved(String transition) {
        if (state == FalloutState.RESOLVED) {
            throw Refusal.conflict("wrong-state.fallout")
                    .with("number", number)
                    .showing("state", state.name())
                    .showing("transition", transition);
        }
    }

    String cause() {
        return cause;
    }

    /** What can be tried again, null where nothing can. */
    @Nullable
    UUID subject() {
        return subject;
    }

    long version() {
        return version;
    }

    /** @param hasRetry whether somebody knows how to try again what has this cause */
    FalloutView view(boolean hasRetry) {
        return new FalloutView(
                number,
                cause,
                record,
                customerOrder,
                lineItem,
                domainOrder,
                Objects.requireNonNull(SentenceText.said(sentence, text)),
                state.name(),
                owner,
                createdAt,
                resolvedBy,
                resolvedAt,
                SentenceText.said(resolutionSentence, resolution),
                hasRetry && subject != null && state != FalloutState.RESOLVED,
                version);
    }
}
