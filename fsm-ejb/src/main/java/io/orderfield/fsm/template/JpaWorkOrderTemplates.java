package io.orderfield.fsm.template;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Work order templates in the database. */
@Dependent
public class JpaWorkOrderTemplates implements WorkOrderTemplates {
    @PersistenceContext(unitName = "fsm")
    private EntityManager entityManager;

    @Inject
    private TemplateEvents events;

    public JpaWorkOrderTemplates() {
        // for the container
    }

    /** For tests, with an entity manager of their own. */
    public JpaWorkOrderTemplates(EntityManager entityManager, TemplateEvents events) {
        this.entityManager = entityManager;
        this.events = events;
    }

    @Override
    public Optional<WorkOrderTemplateView> find(String code) {
        return Optional.ofNullable(entityManager.find(WorkOrderTemplate.class, code))
                .map(WorkOrderTemplate::view);
    }

    @Override
    public List<WorkOrderTemplateView> all() {
        return entityManager
                .createQuery("select t from WorkOrderTemplate t order by t.code", WorkOrderTemplate.class)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "t.tasks")
                .setHint("eclipselink.batch", "t.tasks.items")
                .getResultStream()
                .map(WorkOrderTemplate::view)
                .toList();
    }

    @Override
    public Optional<WorkOrderTemplateView> lock(String code) {
        return Optional.ofNullable(entityManager.find(WorkOrderTemplate.class, code, LockModeType.PESSIMISTIC_WRITE))
                .map(WorkOrderTemplate::view);
    }

    @Override
    public WorkOrderTemplateView add(WorkOrderTemplateView definition) {
        WorkOrderTemplate template = new WorkOrderTemplate(definition);
        entityManager.persist(template);
        return stored(template);
    }

    @Override
    public WorkOrderTemplateView change(WorkOrderTemplateView wanted) {
        WorkOrderTemplate template = entityManager.find(WorkOrderTemplate.class, wanted.code());
        template.change(wanted);
        return stored(template);
    }

    /** With the version that the next caller needs. */
    private WorkOrderTemplateView stored(WorkOrderTemplate template) {
        publish(template);
        entityManager.flush();
        return template.view();
    }

    @Override
    public void retire(String code) {
        WorkOrderTemplate template = entityManager.find(WorkOrderTemplate.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (template != null) {
            template.retire();
            publish(template);
        }
    }

    @Override
    public int publishPending() {
        List<WorkOrderTemplate> pending = entityManager
                .createQuery(
                        "select t from WorkOrderTemplate t where t.publishedRevision < t.revision order by t.code",
                        WorkOrderTemplate.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        pending.forEach(this::publish);
        return pending.size();
    }

    private void publish(WorkOrderTemplate template) {
        if (!template.isPublished()) {
            events.published(template.code(), template.name(), template.isActive(), template.revision());
            template.markPublished();
        }
    }
}
