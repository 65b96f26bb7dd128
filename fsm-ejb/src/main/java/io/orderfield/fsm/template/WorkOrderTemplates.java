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

/** Work order templates in the database; changes of them are published with the same transaction. */
@Shared
public class WorkOrderTemplates {
    private final EntityManager entityManager;
    private final TemplateEvents events;

    @Inject
    public WorkOrderTemplates(@FsmData EntityManager entityManager, TemplateEvents events) {
        this.entityManager = entityManager;
        this.events = events;
    }

    /** The template with this code, inactive ones too. */
    public Optional<WorkOrderTemplateView> find(String code) {
        return Optional.ofNullable(entityManager.find(WorkOrderTemplate.class, code))
                .map(WorkOrderTemplate::view);
    }

    /**
     * Templates by code.
     *
     * @param active only those in use, or only those out of use; null for all
     */
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

    /** How many that list has. */
    public long count(@Nullable Boolean active) {
        return query("select count(t)", "", active, Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> query(String select, String order, @Nullable Boolean active, Class<T> type) {
        String where = active == null ? "" : " where t.active = :active";
        TypedQuery<T> query = entityManager.createQuery(select + " from WorkOrderTemplate t" + where + order, type);
        return active == null ? query : query.setParameter("active", active);
    }

    /** The same, locked until the end of the transaction. */
    public Optional<WorkOrderTemplateView> lock(String code) {
        return Optional.ofNullable(entityManager.find(WorkOrderTemplate.class, code, LockModeType.PESSIMISTIC_WRITE))
                .map(WorkOrderTemplate::view);
    }

    /**
     * Adds a template, as its first revision.
     *
     * @throws io.orderfield.kernel.Refusal conflict {@code template-exists}, also when somebody was faster
     */
    public WorkOrderTemplateView add(WorkOrderTemplateView definition) {
        WorkOrderTemplate template = new WorkOrderTemplate(definition);
        entityManager.persist(template);
        UniqueKey.flush(entityManager, () -> TemplateService.taken(definition.code()));
        return stored(template);
    }

    /** Makes a template what is wanted, as its next revision; it has been locked. */
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

    /** Takes a template out of use; nothing happens when it is unknown or out of use already. */
    public void retire(String code) {
        WorkOrderTemplate template = entityManager.find(WorkOrderTemplate.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (template != null) {
            template.retire();
            publish(template);
        }
    }

    /** Publishes these templates as they are now, whatever Order Management was told before; all of them without a code. */
    public void publishAgain(Collection<String> codes) {
        List<WorkOrderTemplate> wanted = entityManager
                .createQuery("select t from WorkOrderTemplate t order by t.code", WorkOrderTemplate.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        wanted.stream()
                .filter(t -> codes.isEmpty() || codes.contains(t.code()))
                .forEach(t -> events.published(t.code(), t.name(), t.isActive(), t.revision()));
    }

    /** Publishes what Order Management has not been told yet; returns how many. */
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
