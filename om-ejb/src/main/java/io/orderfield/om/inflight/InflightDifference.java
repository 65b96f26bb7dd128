package io.orderfield.om.inflight;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One field's old and new value within a change in flight. */
@Entity
@Table(name = "inflight_difference", schema = "om")
class InflightDifference {
    @Id
    private UUID id;

    @Column(name = "change_id")
    private UUID changeId;

    @Column(name = "position")
    private int position;

    @Column(name = "field")
    private String field;

    @Column(name = "old_value")
    private @Nullable String oldValue;

    @Column(name = "new_value")
    private @Nullable String newValue;

    protected InflightDifference() {
        // for JPA
    }

    InflightDifference(UUID changeId, int position, FieldChange change) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.changeId = changeId;
        this.position = position;
        this.field = change.field();
        this.oldValue = change.oldValue();
        this.newValue = change.newValue();
    }

    UUID changeId() {
        return changeId;
    }

    FieldChange asFieldChange() {
        return new FieldChange(field, oldValue, newValue);
    }
}
