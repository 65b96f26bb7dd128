package io.orderfield.om.domainorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FollowUpWish;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Field Service's wish for further work on a domain order. It is created or declined once, and stands against closing until
 * then; a note says who decided, when and why.
 */
@Entity
@Table(name = "follow_up_wish", schema = "om")
public class FollowUp {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "domain_order_id")
    private UUID domainOrderId;

    @Column(name = "work_order_key")
    private UUID workOrderKey;

    @Column(name = "template")
    private String template;

    @Column(name = "reason")
    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private FollowUpState state;

    @Column(name = "wished_at")
    private Instant wishedAt;

    protected FollowUp() {
        // for JPA
    }

    /** An undecided wish that came with a message about the work order. */
    public FollowUp(UUID domainOrderId, UUID workOrderKey, FollowUpWish wish, Instant at) {
        this.id = wish.wishId();
        this.domainOrderId = domainOrderId;
        this.workOrderKey = workOrderKey;
        this.template = wish.template();
        this.reason = wish.reason();
        this.state = FollowUpState.OPEN;
        this.wishedAt = at;
    }

    /**
     * Has it created.
     *
     * @throws Refusal {@code wrong-state} once it is decided
     */
    public void create() {
        decide(FollowUpState.CREATED, "APPROVE");
    }

    /**
     * Turns it down.
     *
     * @throws Refusal {@code wrong-state} once it is decided
     */
    public void decline() {
        decide(FollowUpState.DECLINED, "REFUSE");
    }

    private void decide(FollowUpState decision, String transition) {
        if (state != FollowUpState.OPEN) {
            throw Refusal.conflict("wrong-state.wish")
                    .with("template", template)
                    .with("state", state)
                    .showing("state", state.name())
                    .showing("transition", transition);
        }
        state = decision;
    }

    boolean isOpen() {
        return state == FollowUpState.OPEN;
    }

    public Instant wishedAt() {
        return wishedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID domainOrderId() {
        return domainOrderId;
    }

    /** The work order that wants it. */
    public UUID workOrderKey() {
        return workOrderKey;
    }

    public String template() {
        return template;
    }

    @Nullable
    public String reason() {
        return reason;
    }
}
