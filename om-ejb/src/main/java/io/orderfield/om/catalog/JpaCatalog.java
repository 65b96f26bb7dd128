package io.orderfield.om.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalog in the database. Bulk reads go out in slices, so that 2,000 numbers are a few statements. */
@ApplicationScoped
class JpaCatalog implements Catalog {
    private static final int SLICE = 500;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    protected JpaCatalog() {
        // for CDI
    }

    JpaCatalog(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Optional<AccountView> account(String number) {
        return Optional.ofNullable(accounts(List.of(number)).get(number));
    }

    @Override
    public Map<String, AccountView> accounts(Collection<String> numbers) {
        return byKey(Account.class, "number", numbers, Account::view, AccountView::number);
    }

    @Override
    public Map<String, ContactView> contacts(Collection<String> numbers) {
        return byKey(Contact.class, "number", numbers, Contact::view, ContactView::number);
    }

    @Override
    public Map<String, LocationView> locations(Collection<String> numbers) {
        return byKey(Location.class, "number", numbers, Location::view, LocationView::number);
    }

    @Override
    public Map<String, SpecificationView> specifications(Collection<String> codes) {
        return byKey(Specification.class, "code", codes, Specification::view, SpecificationView::code);
    }

    @Override
    public Map<String, SpecificationView> specificationsWithParts(Collection<String> codes) {
        Map<String, SpecificationView> found = new LinkedHashMap<>();
        Set<String> wanted = new TreeSet<>(codes);
        while (!wanted.isEmpty()) {
            Map<String, SpecificationView> level = specifications(wanted);
            found.putAll(level);
            wanted = new TreeSet<>();
            for (SpecificationView specification : level.values()) {
                for (PartView part : specification.parts()) {
                    if (!found.containsKey(part.code())) {
                        wanted.add(part.code());
                    }
                }
            }
        }
        return found;
    }

    @Override
    public Map<String, TemplateView> workOrderTemplates() {
        Map<String, TemplateView> templates = new LinkedHashMap<>();
        entityManager
                .createQuery("select t from WorkOrderTemplateCopy t order by t.code", WorkOrderTemplateCopy.class)
                .getResultList()
                .forEach(t -> templates.put(t.view().code(), t.view()));
        return templates;
    }

    @Override
    public void keepWorkOrderTemplate(String code, String name, boolean active, long revision) {
        WorkOrderTemplateCopy copy =
                entityManager.find(WorkOrderTemplateCopy.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (copy == null) {
            entityManager.persist(new WorkOrderTemplateCopy(code, name, active, revision));
        } else {
            copy.follow(name, active, revision);
        }
    }

    private <E, V> Map<String, V> byKey(
            Class<E> type, String key, Collection<String> keys, Function<E, V> view, Function<V, String> keyOf) {
        Map<String, V> found = new LinkedHashMap<>();
        List<String> wanted = new ArrayList<>(new TreeSet<>(keys));
        for (int from = 0; from < wanted.size(); from += SLICE) {
            List<String> slice = wanted.subList(from, Math.min(from + SLICE, wanted.size()));
            for (E entity : read(type, key, slice)) {
                V value = view.apply(entity);
                found.put(keyOf.apply(value), value);
            }
        }
        return found;
    }

    private <E> List<E> read(Class<E> type, String key, List<String> keys) {
        return query(
                entityManager,
                type,
                "select e from " + type.getSimpleName() + " e where e." + key + " in :keys order by e." + key,
                keys);
    }

    static <E> List<E> query(EntityManager entityManager, Class<E> type, String jpql, @Nullable List<String> keys) {
        var query = entityManager.createQuery(jpql, type);
        if (keys != null) {
            query.setParameter("keys", keys);
        }
        if (type == Specification.class) {
            // the collections of all specifications in one statement each
            query.setHint("eclipselink.batch.type", "IN");
            query.setHint("eclipselink.batch", "e.characteristics");
            query.setHint("eclipselink.batch", "e.parts");
        }
        return query.getResultList();
    }
}
