package io.orderfield.fsm.workorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.template.TemplateChecklistItem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** One thing that the technician ticks off. Part of the work order, whose lock guards it. */
@Entity
@Table(name = "work_order_checklist_item", schema = "fsm")
class ChecklistItem {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id")
    private WorkOrderTask task;

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "text")
    private String text;

    @Column(name = "mandatory")
    private boolean mandatory;

    @Column(name = "done")
    private boolean done;

    protected ChecklistItem() {
        // for JPA
    }

    ChecklistItem(WorkOrderTask task, int ordinal, TemplateChecklistItem template) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.task = task;
        this.ordinal = ordinal;
        this.text = template.text();
        this.mandatory = template.mandatory();
    }

    UUID id() {
        return id;
    }

    String text() {
        return text;
    }

    /** Mandatory and not done yet. */
    boolean isMissing() {
        return mandatory && !done;
    }

    void tick(boolean isDone) {
        done = isDone;
    }

    ChecklistItemView view() {
        return new ChecklistItemView(id, text, mandatory, done);
    }
}
