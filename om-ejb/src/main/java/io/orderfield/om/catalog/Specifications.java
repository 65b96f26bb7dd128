package io.orderfield.om.catalog;

import io.orderfield.kernel.UniqueKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes specifications. What is realized as what is changed by one at a time. */
public class Specifications {
    private final EntityManager entityManager;
    private final Catalog catalog;

    public Specifications(EntityManager entityManager) {
        this.entityManager = entityManager;
        this.catalog = new Catalog(entityManager);
    }

    /** Every specification by code, locked. */
    public Map<String, SpecificationView> lock() {
        entityManager
                .createQuery("select s from Specification s order by s.code", Specification.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Map<String, SpecificationView> views = new LinkedHashMap<>();
        // read again: who waited for the locks has not seen yet what the other has created
        catalog.specifications().forEach(v -> views.put(v.code(), v));
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
        entityManager
                .createQuery("select e from " + type.getSimpleName() + " e where e." + key + " = :code", type)
                .setParameter("code", code)
                .getResultList()
                .forEach(entityManager::remove);
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
}
