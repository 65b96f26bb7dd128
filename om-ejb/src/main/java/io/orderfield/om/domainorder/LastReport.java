package io.orderfield.om.domainorder;

import io.orderfield.messaging.contract.WorkOrderSnapshot;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Field Service last reported of one work order. It counts its snapshots; an older one says nothing. */
@Embeddable
class LastReport {
    @Column(name = "snapshot_revision")
    private long revision;

    @Column(name = "number")
    private @Nullable String number;

    @Column(name = "scheduled_start")
    private @Nullable Instant scheduledStart;

    @Column(name = "scheduled_end")
    private @Nullable Instant scheduledEnd;

    @Column(name = "assignee")
    private @Nullable String assignee;

    @Column(name = "assignee_name")
    private @Nullable String assigneeName;

    /** Whether it was newer, and is what was last reported now. */
    boolean follow(long reported, @Nullable String reportedNumber, WorkOrderSnapshot snapshot) {
        if (reported <= revision) {
            return false;
        }
        revision = reported;
        number = reportedNumber == null ? number : reportedNumber;
        scheduledStart = snapshot.scheduledStart();
        scheduledEnd = snapshot.scheduledEnd();
        assignee = snapshot.assignee();
        assigneeName = snapshot.assigneeName();
        return true;
    }

    /** 0 before the first report. */
    long revision() {
        return revision;
    }

    @Nullable
    String number() {
        return number;
    }

    @Nullable
    Instant scheduledStart() {
        return scheduledStart;
    }

    @Nullable
    Instant scheduledEnd() {
        return scheduledEnd;
    }

    /** For how long its visits are planned; nothing before one is. */
    Duration planned() {
        return scheduledStart == null || scheduledEnd == null
                ? Duration.ZERO
                : Duration.between(scheduledStart, scheduledEnd);
    }

    @Nullable
    String assignee() {
        return assignee;
    }

    @Nullable
    String assigneeName() {
        return assigneeName;
    }
}
