package io.orderfield.om.policy.replay;

import com.github.f4b6a3.uuid.UuidCreator;
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
 * The replay of a draft: it goes through the domain orders by number, a page a transaction, and stays when it has ended,
 * until the draft is replayed again, published or discarded. Whoever changes it has locked it. The node that runs it says
 * with each page that it still does: one of which nothing was heard for a while ended with its server.
 */
@Entity
@Table(name = "decision_table_replay", schema = "om")
class Replay {
    /** Longer than a page takes, also when it has to build the largest table of some versions first. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Nobody reads more differences, and no file of them has to be larger. */
    static final int MOST_LINES = 50_000;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "draft_id", updatable = false)
    private UUID draftId;

    @Column(name = "draft_revision", updatable = false)
    private long draftRevision;

    @Column(name = "unread_rows", updatable = false)
    private int unread;

    @Column(name = "days", updatable = false)
    private int days;

    @Column(name = "decided_since", updatable = false)
    private Instant since;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ReplayState state;

    @Column(name = "order_count", updatable = false)
    private long total;

    @Column(name = "seen_count")
    private long done;

    @Column(name = "not_kept_count")
    private long factsNotKept;

    @Column(name = "line_count")
    private int lines;

    @Column(name = "last_number")
    private String lastNumber;

    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @Column(name = "started_by", updatable = false)
    private String startedBy;

    @Column(name = "heard_at")
    private Instant heardAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected Replay() {
        // for JPA
    }

    /**
     * Begins.
     *
     * @param draftRevision of the draft that it replays
     * @param unread how many rows of the draft are left out
     * @param total how many domain orders there are to be seen
     */
    Replay(UUID draftId, long draftRevision, int unread, int days, long total, String by, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.draftId = draftId;
        this.draftRevision = draftRevision;
        this.unread = unread;
        this.days = days;
        this.since = since(days, at);
        this.state = ReplayState.RUNNING;
        this.total = total;
        this.lastNumber = "";
        this.startedAt = at;
        this.startedBy = by;
        this.heardAt = at;
    }

    /** Domain orders that were decided from then on count, whatever became of them. */
    static Instant since(int days, Instant at) {
        return at.minus(Duration.ofDays(days));
    }

    /** The time before which one must have been heard of that still runs. */
    static Instant silence(Instant at) {
        return at.minus(PATIENCE);
    }

    /**
     * Goes on behind a page.
     *
     * @param last number of its last domain order
     */
    void advance(String last, int seen, int withoutFacts, int found, Instant at) {
        lastNumber = last;
        done += seen;
        factsNotKept += withoutFacts;
        lines += found;
        heardAt = at;
    }

    /** Ends. What it found stays. */
    void end(ReplayState how, Instant at) {
        state = how;
        heardAt = at;
        endedAt = at;
    }

    /** Whether nothing ended it, however long it took for its last page. */
    boolean goesOn() {
        return state == ReplayState.RUNNING;
    }

    boolean isRunning(Instant at) {
        return state(at) == ReplayState.RUNNING;
    }

    private ReplayState state(Instant at) {
        return goesOn() && heardAt.isBefore(silence(at)) ? ReplayState.INTERRUPTED : state;
    }

    UUID id() {
        return id;
    }

    int lines() {
        return lines;
    }

    String lastNumber() {
        return lastNumber;
    }

    Instant since() {
        return since;
    }

    /** @param revision of the draft now */
    ReplayView view(long revision, ReplayFigures decided, ReplayFigures today, Instant at) {
        return new ReplayView(
                id,
                draftId,
                draftRevision,
                revision != draftRevision,
                unread,
                days,
                state(at),
                isRunning(at),
                total,
                done,
                factsNotKept,
                lines,
                decided,
                today,
                startedAt,
                startedBy,
                endedAt);
    }
}
