package io.orderfield.om.domainorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of Field Service for one work order, counted, and how far it has answered. The first request is the
 * creation; one of the later ones may be a cancel, which is never taken back.
 */
@Embeddable
public class RequestCounter {
    @Column(name = "request_revision")
    private long revision = 1;

    @Column(name = "answered_request_revision")
    private long answeredRevision;

    @Column(name = "cancel_revision")
    private @Nullable Long cancelRevision;

    @Column(name = "cancel_refused")
    private boolean cancelRefused;

    @Column(name = "cancel_settled")
    private boolean cancelSettled;

    void next() {
        revision++;
    }

    void cancel() {
        revision++;
        cancelRevision = revision;
        cancelRefused = false;
        cancelSettled = false;
    }

    /**
     * Notes up to which request Field Service has seen. Where that is more than was ever sent, this database was restored from
     * an older backup: the next request has to be above it.
     */
    public void answered(long upTo) {
        answeredRevision = Math.max(answeredRevision, upTo);
        revision = Math.max(revision, upTo);
    }

    /** Notes that Field Service has seen no more than this: what it answered before is lost there, and pending again. */
    public void hasSeenOnly(long upTo) {
        answered(upTo);
        answeredRevision = upTo;
    }

    /**
     * Takes the cancel as refused, if that is what was refused: it did nothing, the plan sees an open (or closed) work order
     * again, and may cancel anew.
     */
    boolean refuseCancel(long refused) {
        if (cancelRevision != null && refused >= cancelRevision) {
            cancelRevision = null;
            cancelRefused = true;
            return true;
        }
        return false;
    }

    /** Notes that the manager has decided what its refused cancellation means. */
    public void settleCancellation() {
        cancelSettled = true;
    }

    /** Whether the manager has decided about its cancellation before the refusal of it arrived. */
    public boolean isCancellationSettled() {
        return cancelSettled;
    }

    /** Whether its cancel is what Field Service, which has seen no more than this, has to get again. */
    boolean wantsCancelAfter(long seen) {
        return cancelRevision != null && cancelRevision > seen;
    }

    boolean isAnswered() {
        return revision <= answeredRevision;
    }

    boolean isCancelUnanswered() {
        return wantsCancelAfter(answeredRevision);
    }

    boolean hasCancel() {
        return cancelRevision != null;
    }

    /**
     * Whether Field Service refused the cancel and nobody has decided what that means.
     *
     * @param workDone whether its work was done when the cancel came, which refuses it as well
     */
    boolean isCancelRefused(boolean workDone) {
        return !cancelSettled && (cancelRefused || (hasCancel() && workDone));
    }

    /** The newest request. */
    public long revision() {
        return revision;
    }

    /** The newest request that Field Service has answered. */
    public long answeredRevision() {
        return answeredRevision;
    }
}
