package io.orderfield.fsm.template;

import io.orderfield.fsm.FsmData;
import io.orderfield.kernel.Shared;
import io.orderfield.kernel.UniqueKey;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Work order templates in the database. */
@Shared
public class JpaWorkOrderTemplates implements WorkOrderTemplates {
    private final EntityManager entityManager;
    private final TemplateEvents events;

    /** For tests, with an entity manager of their own. */
    @Inject
    public JpaWorkOrderTemplates(@FsmData EntityManager entityManager, TemplateEvents events) {
        this.entityManager = entityManager;
        this.events = events;
    }

    @Override
    public Optional<WorkOrderTemplateView> find(String code) {
        return Optional.ofNullable(entityManager.find(WorkOrderTemplate.class, code))
                .map(WorkOrderTemplate::view);
    }

    @Override
    public List<WorkOrderTemplateView> list(@Nullable Boolean active, int first, int max) {
        return query("select t", " order by t.code", active, WorkOrderTemplate.class)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "t.tasks")
                .setHint("eclipselink.batch", "t.tasks.items")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultStream()
                .map(WorkOrderTemplate::view)
                .toList();
    }

    @Override
    public long count(@Nullable Boolean active) {
        return query("select count(t)", "", active, Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> query(String select, String order, @Nullable Boolean active, Class<T> type) {
        String where = active == null ? "" : " where t.active = :active";
        TypedQuery<T> query = entityManager.createQuery(select + " from WorkOrderTemplate t" + where + order, type);
        return active == null ? query : query.setParameter("active", active);
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
        UniqueKey.flush(entityManager, () -> TemplateService.taken(definition.code()));
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
    public void publishAgain(Collection<String> codes) {
        List<WorkOrderTemplate> wanted = entityManager
                .createQuery("select t from WorkOrderTemplate t order by t.code", WorkOrderTemplate.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        wanted.stream()
                .filter(t -> codes.isEmpty() || codes.contains(t.code()))
                .forEach(t -> events.published(t.code(), t.name(), t.isActive(), t.revision()));
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
