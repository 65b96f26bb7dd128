package io.orderfield.om.inflight;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.SentenceText;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.customerorder.OrderLineItem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item in progress, old value beside new: the answer to who changed what, and what it did to the item. It
 * is applied at once, or it waits for the manager first; read and decided under the lock of its item only.
 */
@Entity
@Table(name = "inflight_change", schema = "om")
class InflightChange {
    private static final String WHAT = "inflightChange";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "number")
    private String number;

    @Column(name = "item_id")
    private UUID itemId;

    @Column(name = "position")
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private InflightChangeKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private InflightChangeState state;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "request_reason")
    private @Nullable String requestReason;

    @Column(name = "base_version")
    private int baseVersion;

    @Column(name = "item_version")
    private @Nullable Integer itemVersion;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    /** What somebody wrote, and what the system said before that was data. */
    @Column(name = "decision_reason")
    private @Nullable String reason;

    /** Why it ended by itself, as data; then there is no reason. */
    @Column(name = "decision_sentence")
    private @Nullable String cause;

    protected InflightChange() {
        // for JPA
    }

    /**
     * A change that waits for the manager. The item stays as it is.
     *
     * @param why why it is asked for, null where nobody has to say it
     */
    static InflightChange requested(
            String number, InflightChangeKind kind, OrderLineItem item, @Nullable String why, String by, Instant at) {
        InflightChange change = new InflightChange();
        change.kind = kind;
        change.requestReason = why;
        change.id = UuidCreator.getTimeOrderedEpoch();
        change.number = number;
        change.itemId = item.id();
        change.position = item.changeCount();
        change.state = InflightChangeState.REQUESTED;
        change.requestedBy = by;
        change.requestedAt = at;
        change.baseVersion = item.version();
        return change;
    }

    /** A revision that was applied at once, as the setting {@code inflight approval} = none wants it. */
    static InflightChange applied(String number, OrderLineItem item, String by, Instant at) {
        InflightChange change = requested(number, InflightChangeKind.REVISION, item, null, by, at);
        change.baseVersion = item.version() - 1;
        change.apply(item.version(), by, at);
        return change;
    }

    /** Notes that the item says it now, and with which version; a cancellation makes none. */
    void apply(@Nullable Integer versionOfItem, String by, Instant at) {
        decide(InflightChangeAction.APPLY, by, at);
        itemVersion = versionOfItem;
    }

    void refuse(String why, String by, Instant at) {
        decide(InflightChangeAction.REFUSE, by, at);
        reason = why;
    }

    /** Ends it because its item can't be changed any more. */
    void end(Sentence why, String by, Instant at) {
        decide(InflightChangeAction.REFUSE, by, at);
        cause = SentenceText.write(why);
    }

    void withdraw(String by, Instant at) {
        decide(InflightChangeAction.WITHDRAW, by, at);
    }

    /** Refuses with {@code stale-change} when the item says something else than what the change was asked against. */
    void checkAgainst(OrderLineItem item) {
        if (item.version() != baseVersion) {
            throw Refusal.conflict("stale-change")
                    .with("what", WHAT)
                    .with("number", number)
                    .with("baseVersion", baseVersion)
                    .with("lineItem", item.number())
                    .with("itemVersion", item.version())
                    .showing("lineItem", item.number())
                    .showing("itemVersion", item.version())
                    .showing("baseVersion", baseVersion);
        }
    }

    /** Refuses with {@code wrong-state} unless the action is possible now. */
    void checkCan(InflightChangeAction action) {
        next(action);
    }

    private void decide(InflightChangeAction action, String by, Instant at) {
        state = next(action);
        decidedBy = by;
        decidedAt = at;
    }

    private InflightChangeState next(InflightChangeAction action) {
        return state.after(action).orElseThrow(() -> Refusal.conflict("wrong-state.record")
                .with("what", WHAT)
                .with("number", number)
                .with("state", state)
                .with("transition", action)
                .showing("state", state.name())
                .showing("transition", action.name()));
    }

    UUID id() {
        return id;
    }

    UUID itemId() {
        return itemId;
    }

    String number() {
        return number;
    }

    InflightChangeKind kind() {
        return kind;
    }

    /** Why it was asked for, null where nobody had to say it. */
    @Nullable
    String requestReason() {
        return requestReason;
    }

    String requestedBy() {
        return requestedBy;
    }

    InflightChangeState state() {
        return state;
    }

    /** Changes with every decision; the lock of optimistic callers. */
    long revision() {
        return version;
    }

    InflightChangeView view(String lineItem, String customerOrder, List<FieldChange> differences) {
        return new InflightChangeView(
                number,
                lineItem,
                customerOrder,
                kind,
                state.name(),
                requestedBy,
                requestedAt,
                requestReason,
                baseVersion,
                itemVersion,
                decidedBy,
                decidedAt,
                SentenceText.said(cause, reason),
                version,
                differences);
    }
}
