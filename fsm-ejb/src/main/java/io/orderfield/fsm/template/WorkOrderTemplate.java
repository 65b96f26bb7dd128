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
 * What a work order of a kind consists of. An administrator creates it, changes it and takes it out of use; work orders copy
 * their tasks from it and keep the copy. Its revision counts the changes; while that is above the published one, a message
 * to Order Management is due.
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

    @Column(name = "short_description")
    private String shortDescription;

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

    @OneToMany(mappedBy = "template", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("ordinal")
    private List<TemplateTask> tasks = new ArrayList<>();

    protected WorkOrderTemplate() {
        // for JPA
    }

    WorkOrderTemplate(WorkOrderTemplateView definition) {
        this.code = definition.code();
        take(definition);
        this.revision = 1;
    }

    /** Becomes what is wanted, as a new revision. */
    void change(WorkOrderTemplateView wanted) {
        take(wanted);
        revision++;
    }

    private void take(WorkOrderTemplateView definition) {
        if (definition.tasks().isEmpty()) {
            throw new IllegalArgumentException("a work order template has at least one task");
        }
        name = definition.name();
        shortDescription = definition.shortDescription();
        active = definition.active();
        priority = definition.priority();
        billable = definition.billable();
        needsQualification = definition.needsQualification();
        for (int i = 0; i < definition.tasks().size(); i++) {
            // rows are changed in place: a new row of the same ordinal would meet the old one's in the database
            if (i < tasks.size()) {
                tasks.get(i).take(definition.tasks().get(i));
            } else {
                tasks.add(new TemplateTask(this, i + 1, definition.tasks().get(i)));
            }
        }
        while (tasks.size() > definition.tasks().size()) {
            tasks.remove(tasks.size() - 1);
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
                shortDescription,
                active,
                priority,
                billable,
                needsQualification,
                revision,
                version,
                tasks.stream().map(TemplateTask::view).toList());
    }
}
