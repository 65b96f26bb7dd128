package io.orderfield.om.domainorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.ActivityEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An activity entry that arrived before an earlier one. It waits until the gap fills, and becomes a note then. */
@Entity
@Table(name = "parked_entry", schema = "om")
class ParkedEntry {
    @Id
    private UUID id;

    @Column(name = "work_order_key")
    private UUID workOrderKey;

    @Column(name = "sequence")
    private long sequence;

    @Convert(converter = ActivityEntryText.class)
    @Column(name = "entry")
    private ActivityEntry entry;

    protected ParkedEntry() {
        // for JPA
    }

    ParkedEntry(UUID workOrderKey, ActivityEntry entry) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.workOrderKey = workOrderKey;
        this.sequence = entry.sequence();
        this.entry = entry;
    }

    long sequence() {
        return sequence;
    }

    ActivityEntry entry() {
        return entry;
    }
}
