package io.orderfield.fsm.template;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** A checklist item of a template's task. */
@Entity
@Table(name = "work_order_template_item", schema = "fsm")
class TemplateItem {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id")
    private TemplateTask task;

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "text")
    private String text;

    @Column(name = "mandatory")
    private boolean mandatory;

    protected TemplateItem() {
        // for JPA
    }

    TemplateItem(TemplateTask task, int ordinal, TemplateChecklistItem definition) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.task = task;
        this.ordinal = ordinal;
        take(definition);
    }

    /** Becomes what is wanted. */
    final void take(TemplateChecklistItem definition) {
        text = definition.text();
        mandatory = definition.mandatory();
    }

    TemplateChecklistItem view() {
        return new TemplateChecklistItem(text, mandatory);
    }
}
