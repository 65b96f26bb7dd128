package io.orderfield.fsm.template;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * What a work order of a kind consists of. Its revision counts what Order Management has to know of it (name, active);
 * while that is above the published one, a message is due.
 */
@Entity
@Table(name = "work_order_template", schema = "fsm")
class WorkOrderTemplate {
    @Id
    @Column(name = "code")
    private String code;

    @Version
    private long version;

    @Column(name = "name")
    private String name;

    @Column(name = "active")
    private boolean active;

    @Column(name = "priority")
    private int priority;

    @Column(name = "billable")
    private boolean billable;

    @Column(name = "needs_qualification")
    private boolean needsQualification;

    @Column(name = "revision")
    private long revision;

    @Column(name = "published_revision")
    private long publishedRevision;

    @OneToMany(mappedBy = "template", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<TemplateTask> tasks = new ArrayList<>();

    protected WorkOrderTemplate() {
        // for JPA
    }

    WorkOrderTemplate(WorkOrderTemplateView definition) {
        if (definition.tasks().isEmpty()) {
            throw new IllegalArgumentException("a work order template has at least one task");
        }
        this.code = definition.code();
        this.name = definition.name();
        this.active = definition.active();
        this.priority = definition.priority();
        this.billable = definition.billable();
        this.needsQualification = definition.needsQualification();
        this.revision = 1;
        int ordinal = 0;
        for (TemplateTaskView task : definition.tasks()) {
            tasks.add(new TemplateTask(this, ++ordinal, task));
        }
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    boolean isActive() {
        return active;
    }

    long revision() {
        return revision;
    }

    /** Not for new work orders any more. */
    void retire() {
        if (active) {
            active = false;
            revision++;
        }
    }

    boolean isPublished() {
        return publishedRevision == revision;
    }

    /** Order Management is being told, in this transaction. */
    void markPublished() {
        publishedRevision = revision;
    }

    WorkOrderTemplateView view() {
        return new WorkOrderTemplateView(
                code,
                name,
                active,
                priority,
                billable,
                needsQualification,
                tasks.stream().map(TemplateTask::view).toList());
    }
}
