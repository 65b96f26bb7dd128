package io.orderfield.om.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.orderfield.kernel.Batches;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reference data for the other packages of Order Management, by number or code and in bulk. It checks no role and no
 * account: the calling service does. What does not exist is missing from the answer.
 */
@Shared
public class Catalog {
    private final EntityManager entityManager;

    @Inject
    public Catalog(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The account of this number. */
    public Optional<AccountView> account(String number) {
        return Optional.ofNullable(accounts(List.of(number)).get(number));
    }

    /** Accounts by number. */
    public Map<String, AccountView> accounts(Collection<String> numbers) {
        return byKey(Account.class, "number", numbers, Account::view, AccountView::number);
    }

    /** Contacts by number. */
    public Map<String, ContactView> contacts(Collection<String> numbers) {
        return byKey(Contact.class, "number", numbers, Contact::view, ContactView::number);
    }

    /** Locations by number. */
    public Map<String, LocationView> locations(Collection<String> numbers) {
        return byKey(Location.class, "number", numbers, Location::view, LocationView::number);
    }

    /** Every specification, by code. */
    public List<SpecificationView> specifications() {
        return views(entityManager
                .createQuery("select s from Specification s order by s.code", Specification.class)
                .getResultList());
    }

    /** Specifications by code, those asked for alone. */
    public Map<String, SpecificationView> specifications(Collection<String> codes) {
        List<Specification> found = read(Specification.class, "code", codes);
        Map<String, SpecificationView> views = new LinkedHashMap<>();
        views(found).forEach(v -> views.put(v.code(), v));
        return views;
    }

    /** Specifications by code: those asked for and, level by level, everything that they are realized as. */
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

    /** The read copy of every work order template, by code. */
    public Map<String, TemplateView> workOrderTemplates() {
        Map<String, TemplateView> templates = new LinkedHashMap<>();
        entityManager
                .createQuery("select t from WorkOrderTemplateCopy t order by t.code", WorkOrderTemplateCopy.class)
                .getResultList()
                .forEach(t -> templates.put(t.view().code(), t.view()));
        return templates;
    }

    /**
     * Keeps a work order template as Field Service published it, in the caller's transaction. An older or repeated
     * revision changes nothing.
     *
     * @param revision Field Service's counter for the template
     */
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
