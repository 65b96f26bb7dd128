package io.orderfield.om.domainorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.ActivityEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activity entry that arrived before an earlier one. It waits until the gap fills, and becomes a note then. */
@Entity
@Table(name = "parked_entry", schema = "om")
public class ParkedEntry {
    @Id
    private UUID id;

    @Column(name = "work_order_key")
    private UUID workOrderKey;

    @Column(name = "sequence")
    private long sequence;

    @Convert(converter = ActivityEntryText.class)
    @Column(name = "entry")
    private ActivityEntry entry;

    @Column(name = "trace_parent")
    private @Nullable String traceparent;

    protected ParkedEntry() {
        // for JPA
    }

    /** @param traceparent the trace context of the message that brought it, or null */
    ParkedEntry(UUID workOrderKey, ActivityEntry entry, @Nullable String traceparent) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.workOrderKey = workOrderKey;
        this.sequence = entry.sequence();
        this.entry = entry;
        this.traceparent = traceparent;
    }

    public long sequence() {
        return sequence;
    }

    public ActivityEntry entry() {
        return entry;
    }

    /** Under which its note is to be written: not that of the message which fills the gap. */
    @Nullable
    public String traceparent() {
        return traceparent;
    }
}
