package io.orderfield.fsm.request;

import io.orderfield.fsm.FsmData;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.ShareWorkNote;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * For a test variant of the EAR: Field Service without the lock on a key. To be sure of the harm, a note that is to be
 * parked dawdles until the request has looked for parked notes; with the lock it could wait as long as it liked.
 */
@Alternative
@Priority(1)
@Shared
class UnlockedKeys extends RequestedKeys {
    private static final long PATIENCE_SECONDS = 20;
    private static final Map<UUID, CountDownLatch> LOOKED = new ConcurrentHashMap<>();

    private final EntityManager keys;

    @Inject
    UnlockedKeys(@FsmData EntityManager keys) {
        super(keys);
        this.keys = keys;
    }

    @Override
    RequestedKey lock(UUID key) {
        RequestedKey there = keys.find(RequestedKey.class, key);
        return there == null ? super.lock(key) : there;
    }

    @Override
    void park(ShareWorkNote note) {
        CountDownLatch looked = LOOKED.putIfAbsent(note.workOrderKey(), new CountDownLatch(1));
        if (looked != null) {
            await(looked);
        }
        super.park(note);
    }

    @Override
    List<ParkedNote> takeParkedNotes(UUID key) {
        List<ParkedNote> notes = super.takeParkedNotes(key);
        LOOKED.computeIfAbsent(key, k -> new CountDownLatch(1)).countDown();
        return notes;
    }

    private static void await(CountDownLatch looked) {
        try {
            looked.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
