package io.orderfield.fsm.workorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.FollowUpWish;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish: further work that somebody out there wants. Order Management decides; nothing here waits for it. */
@Entity
@Table(name = "follow_up_wish", schema = "fsm")
public class FollowUp {
    @Id
    private UUID id;

    @Column(name = "work_order_id")
    private UUID workOrderId;

    @Column(name = "template")
    private String template;

    @Column(name = "reason")
    private String reason;

    @Column(name = "wished_by")
    private String wishedBy;

    @Column(name = "wished_at")
    private Instant wishedAt;

    protected FollowUp() {
        // for JPA
    }

    public FollowUp(UUID workOrderId, String template, String reason, String wishedBy, Instant wishedAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.workOrderId = workOrderId;
        this.template = template;
        this.reason = reason;
        this.wishedBy = wishedBy;
        this.wishedAt = wishedAt;
    }

    FollowUpView view(@Nullable WorkOrder created) {
        return new FollowUpView(
                template,
                reason,
                wishedBy,
                wishedAt,
                created == null ? null : created.number(),
                created == null ? null : created.state().name());
    }

    public FollowUpWish message() {
        return new FollowUpWish(id, template, reason);
    }
}
