package io.orderfield.fsm.template;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.CodesColumn;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A task of a template. */
@Entity
@Table(name = "work_order_template_task", schema = "fsm")
class TemplateTask {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "template_code")
    private WorkOrderTemplate template;

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "short_description")
    private String shortDescription;

    @Column(name = "skills")
    private String skills;

    @Column(name = "duration_minutes")
    private int durationMinutes;

    @Column(name = "depends_on")
    private String dependsOn;

    @OneToMany(mappedBy = "task", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("ordinal")
    private List<TemplateItem> items = new ArrayList<>();

    protected TemplateTask() {
        // for JPA
    }

    TemplateTask(WorkOrderTemplate template, int ordinal, TemplateTaskView definition) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.template = template;
        this.ordinal = ordinal;
        take(definition);
    }

    /** Becomes what is wanted. */
    final void take(TemplateTaskView definition) {
        shortDescription = definition.shortDescription();
        skills = CodesColumn.join(definition.skills());
        durationMinutes = definition.durationMinutes();
        dependsOn = TaskDependencies.write(definition.dependenciesOf(ordinal));
        for (int i = 0; i < definition.checklist().size(); i++) {
            if (i < items.size()) {
                items.get(i).take(definition.checklist().get(i));
            } else {
                items.add(new TemplateItem(this, i + 1, definition.checklist().get(i)));
            }
        }
        while (items.size() > definition.checklist().size()) {
            items.remove(items.size() - 1);
        }
    }

    TemplateTaskView view() {
        return new TemplateTaskView(
                shortDescription,
                CodesColumn.split(skills),
                durationMinutes,
                items.stream().map(TemplateItem::view).toList(),
                TaskDependencies.read(dependsOn));
    }
}
