package io.orderfield.kernel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Optional;

/**
 * What a repository asks by a key, or by several with {@code in :key}: constant text with the parameter {@code :key}. A lock
 * holds until the transaction ends.
 */
public final class ByKey {
    private final EntityManager entityManager;

    public ByKey(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public <T> TypedQuery<T> query(Class<T> type, String jpql, Object key) {
        return entityManager.createQuery(jpql, type).setParameter("key", key);
    }

    /** The same, and locks the rows. */
    public <T> TypedQuery<T> locking(Class<T> type, String jpql, Object key) {
        return query(type, jpql, key).setLockMode(LockModeType.PESSIMISTIC_WRITE);
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Class<T> type, String jpql, Object key) {
        return query(type, jpql, key).getResultList().stream().findFirst();
    }

    /** The same, and locks the row. */
    public <T> Optional<T> firstLocked(Class<T> type, String jpql, Object key) {
        return locking(type, jpql, key).getResultList().stream().findFirst();
    }
}
