package io.orderfield.fsm.workorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a work order ended, and what was said of it. Nothing of it stands while the work is open and nobody said anything. */
@Embeddable
public class Ending {
    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    @Column(name = "canceled_by")
    private @Nullable String canceledBy;

    @Column(name = "close_note")
    private @Nullable String closeNote;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    protected Ending() {
        // for JPA, and for work that is open
    }

    void canceled(String reason, String by) {
        cancelReason = reason;
        canceledBy = by;
    }

    void said(@Nullable String note) {
        closeNote = note == null ? closeNote : note;
    }

    /** Once: the first end counts. */
    boolean closed(Instant now) {
        if (closedAt != null) {
            return false;
        }
        closedAt = now;
        return true;
    }

    @Nullable
    String cancelReason() {
        return cancelReason;
    }

    @Nullable
    String canceledBy() {
        return canceledBy;
    }

    @Nullable
    String closeNote() {
        return closeNote;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
