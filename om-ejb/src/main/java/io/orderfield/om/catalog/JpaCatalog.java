package io.orderfield.om.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.orderfield.kernel.Batches;
import io.orderfield.kernel.Shared;
import io.orderfield.kernel.UniqueKey;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
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
@Shared
public class JpaCatalog implements Catalog {
    private final EntityManager entityManager;

    @Inject
    public JpaCatalog(@OmData EntityManager entityManager) {
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
    public List<SpecificationView> specifications() {
        return views(entityManager
                .createQuery("select s from Specification s order by s.code", Specification.class)
                .getResultList());
    }

    @Override
    public Map<String, SpecificationView> specifications(Collection<String> codes) {
        List<Specification> found = read(Specification.class, "code", codes);
        Map<String, SpecificationView> views = new LinkedHashMap<>();
        views(found).forEach(v -> views.put(v.code(), v));
        return views;
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

    /** The specifications with their characteristics and parts, in the order given. */
    List<SpecificationView> views(List<Specification> specifications) {
        List<String> codes = specifications.stream().map(Specification::code).toList();
        Map<String, List<CharacteristicView>> characteristics =
                read(Characteristic.class, "specification", "position", codes).stream()
                        .collect(groupingBy(Characteristic::specification, mapping(Characteristic::view, toList())));
        Map<String, List<PartView>> parts = read(Part.class, "whole", "position", codes).stream()
                .collect(groupingBy(Part::whole, mapping(Part::view, toList())));
        return specifications.stream()
                .map(s -> s.view(
                        characteristics.getOrDefault(s.code(), List.of()), parts.getOrDefault(s.code(), List.of())))
                .toList();
    }

    /** Every specification by code, locked: what is realized as what is changed by one at a time. */
    public Map<String, SpecificationView> lockedSpecifications() {
        entityManager
                .createQuery("select s from Specification s order by s.code", Specification.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Map<String, SpecificationView> views = new LinkedHashMap<>();
        // read again: who waited for the locks has not seen yet what the other has created
        specifications().forEach(v -> views.put(v.code(), v));
        return views;
    }

    /** Adds a specification with its characteristics and parts. What it is realized as must be there. */
    public void add(SpecificationView view, String by, Instant at) {
        entityManager.persist(new Specification(view, by, at));
        UniqueKey.flush(entityManager, () -> CatalogRefusals.codeTaken(view.code()));
        addRows(view);
    }

    /** Changes a specification, replacing its characteristics and parts. */
    public void change(SpecificationView view, @Nullable Long expectedVersion, String by, Instant at) {
        Specification specification = entityManager.find(Specification.class, view.code());
        specification.checkVersion(expectedVersion);
        specification.change(view, by, at);
        remove(Characteristic.class, "specification", view.code());
        remove(Part.class, "whole", view.code());
        entityManager.flush(); // the old rows hold the names that new rows take
        addRows(view);
    }

    private void remove(Class<?> type, String key, String code) {
        read(type, key, List.of(code)).forEach(entityManager::remove);
    }

    private void addRows(SpecificationView view) {
        for (int i = 0; i < view.characteristics().size(); i++) {
            entityManager.persist(
                    new Characteristic(view.code(), i, view.characteristics().get(i)));
        }
        for (int i = 0; i < view.parts().size(); i++) {
            entityManager.persist(new Part(view.code(), i, view.parts().get(i)));
        }
        entityManager.flush();
    }

    private <E, V> Map<String, V> byKey(
            Class<E> type, String key, Collection<String> keys, Function<E, V> view, Function<V, String> keyOf) {
        Map<String, V> found = new LinkedHashMap<>();
        for (E entity : read(type, key, keys)) {
            V value = view.apply(entity);
            found.put(keyOf.apply(value), value);
        }
        return found;
    }

    private <E> List<E> read(Class<E> type, String key, Collection<String> keys) {
        return read(type, key, key, keys);
    }

    private <E> List<E> read(Class<E> type, String key, String order, Collection<String> keys) {
        return Batches.of(new TreeSet<>(keys), slice -> entityManager
                .createQuery(
                        "select e from " + type.getSimpleName() + " e where e." + key + " in :keys order by e." + order,
                        type)
                .setParameter("keys", slice)
                .getResultList());
    }
}
