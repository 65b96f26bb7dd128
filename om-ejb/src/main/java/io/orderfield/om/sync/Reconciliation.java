package io.orderfield.om.sync;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of every work order link with what Field Service has, asked for by message, page by page. What differs gets
 * time for messages that are on their way and is looked at again; only what differs still is reported, and repaired unless it
 * is a dry run. In the end the domain orders without a difference are noted as verified.
 *
 * <p>At most one runs at a time. A question that stays unanswered is asked again; after a while it is given up.
 */
@Entity
@Table(name = "reconciliation", schema = "om")
class Reconciliation {
    /** More differences than this are not kept: then something greater is wrong. */
    static final int MOST_FINDINGS = 5_000;

    /** How long to wait for an answer before asking again. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How long to go on asking. */
    static final Duration ENDURANCE = Duration.ofHours(1);

    private static final String ACTIVE = "ACTIVE";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "number", updatable = false)
    private String number;

    @Column(name = "dry_run", updatable = false)
    private boolean dryRun;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ReconciliationState state;

    @Column(name = "slot")
    private @Nullable String slot;

    @Column(name = "scheduled_for", updatable = false)
    private @Nullable Instant scheduledFor;

    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "after_key")
    private @Nullable UUID afterKey;

    /** When the next step is due; while an answer is awaited, when to ask again. */
    @Column(name = "due_at")
    private Instant dueAt;

    /** Since when the current answer is awaited. */
    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "verified_up_to")
    private @Nullable String verifiedUpTo;

    @Column(name = "links_compared")
    private long linksCompared;

    @Column(name = "work_orders_compared")
    private long workOrdersCompared;

    @Column(name = "suspected")
    private int suspected;

    @Column(name = "confirmed")
    private int confirmed;

    @Column(name = "repaired")
    private int repaired;

    @Column(name = "verified")
    private long verified;

    @Column(name = "truncated")
    private boolean truncated;

    protected Reconciliation() {
        // for JPA
    }

    Reconciliation(String number, boolean dryRun, String requestedBy, @Nullable Instant scheduledFor, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.dryRun = dryRun;
        this.requestedBy = requestedBy;
        this.scheduledFor = scheduledFor;
        this.state = ReconciliationState.COMPARING;
        this.slot = ACTIVE;
        this.startedAt = at;
        asked(at);
    }

    private void asked(Instant at) {
        askedAt = at;
        dueAt = at.plus(PATIENCE);
    }

    /** Whether an answer of this page is the one that is awaited. */
    boolean awaitsPageAfter(@Nullable UUID key) {
        return state == ReconciliationState.COMPARING && Objects.equals(key, afterKey);
    }

    /** Takes the result of a page. */
    void compared(int links, int workOrders, int differences) {
        linksCompared += links;
        workOrdersCompared += workOrders;
        suspected += differences;
    }

    /** There are more differences than one reconciliation takes. */
    void truncate() {
        truncated = true;
    }

    /** The next page is asked for. */
    void goOnAfter(UUID key, Instant at) {
        afterKey = key;
        asked(at);
    }

    /** All pages are compared; what differs waits for the second look. */
    void waitFor(Duration grace, Instant at) {
        afterKey = null;
        if (suspected == 0) {
            verify(at);
        } else {
            state = ReconciliationState.WAITING;
            dueAt = at.plus(grace);
        }
    }

    /** The second look is asked for, or goes on. */
    void lookAgain(Instant at) {
        state = ReconciliationState.LOOKING_AGAIN;
        asked(at);
    }

    void confirmedOne() {
        confirmed++;
    }

    /** Every suspicion was looked at. */
    void looked(Instant at) {
        if (dryRun || confirmed == 0) {
            verify(at);
        } else {
            state = ReconciliationState.REPAIRING;
            dueAt = at;
        }
    }

    void repairedOne() {
        repaired++;
    }

    /** Everything is repaired, or nothing is to be. What was not looked at can't be called verified. */
    void verify(Instant at) {
        state = ReconciliationState.VERIFYING;
        dueAt = at;
        verifiedUpTo = "";
        if (truncated) {
            complete(at);
        }
    }

    /** A page of domain orders was noted as verified. */
    void verifiedUpTo(String domainOrder, int count) {
        verifiedUpTo = domainOrder;
        verified += count;
    }

    void complete(Instant at) {
        end(ReconciliationState.COMPLETED, at);
    }

    /** Asks again, or gives up when that has not helped for {@link #ENDURANCE}. Returns whether to ask. */
    boolean askAgain(Instant at) {
        if (askedAt.plus(ENDURANCE).isBefore(at)) {
            end(ReconciliationState.FAILED, at);
            return false;
        }
        dueAt = at.plus(PATIENCE);
        return true;
    }

    private void end(ReconciliationState how, Instant at) {
        state = how;
        slot = null;
        finishedAt = at;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    boolean isDryRun() {
        return dryRun;
    }

    ReconciliationState state() {
        return state;
    }

    @Nullable
    UUID afterKey() {
        return afterKey;
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isDue(Instant at) {
        return !state.isOver() && !dueAt.isAfter(at);
    }

    String verifiedUpTo() {
        return verifiedUpTo == null ? "" : verifiedUpTo;
    }

    int roomForFindings() {
        return MOST_FINDINGS - suspected;
    }

    /** Why it failed, which has one cause. An earlier release kept it in English, in the column {@code note}. */
    private @Nullable Sentence note() {
        return state == ReconciliationState.FAILED
                ? Sentence.of("reconciliation.unanswered").with("since", askedAt)
                : null;
    }

    ReconciliationView view(Map<String, Long> differences) {
        return new ReconciliationView(
                number,
                dryRun,
                requestedBy,
                state.name(),
                startedAt,
                finishedAt,
                linksCompared,
                workOrdersCompared,
                suspected,
                confirmed,
                repaired,
                verified,
                truncated,
                note(),
                differences);
    }
}
