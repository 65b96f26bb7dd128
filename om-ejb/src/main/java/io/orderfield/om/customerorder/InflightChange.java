package io.orderfield.om.customerorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.FieldChange;
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

/** A change of an item in progress, old value beside new: the answer to who changed what, and what it did to the item. */
@Entity
@Table(name = "inflight_change", schema = "om")
class InflightChange {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "number")
    private String number;

    @Column(name = "item_id")
    private UUID itemId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private InflightChangeState state;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "item_version")
    private int itemVersion;

    protected InflightChange() {
        // for JPA
    }

    /** A change that was applied at once, as the setting {@code inflight approval} = none wants it. */
    static InflightChange applied(String number, OrderLineItem item, String by, Instant at) {
        InflightChange change = new InflightChange();
        change.id = UuidCreator.getTimeOrderedEpoch();
        change.number = number;
        change.itemId = item.id();
        change.state = InflightChangeState.APPLIED;
        change.requestedBy = by;
        change.requestedAt = at;
        change.itemVersion = item.version();
        return change;
    }

    UUID id() {
        return id;
    }

    UUID itemId() {
        return itemId;
    }

    InflightChangeView view(List<FieldChange> differences) {
        return new InflightChangeView(number, state.name(), requestedBy, requestedAt, itemVersion, differences);
    }
}
