package io.orderfield.om.idempotency;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that this node works on now. The row in the database decides between nodes (a second insert waits there for
 * the first); this set answers a repeat on the same node at once instead of letting it wait.
 */
final class KeysInUse {
    record Key(String user, String path, String key) {}

    private final Set<Key> keys = ConcurrentHashMap.newKeySet();

    /** @return false when somebody works on the key already */
    boolean claim(Key key) {
        return keys.add(key);
    }

    void release(Key key) {
        keys.remove(key);
    }
}
