package io.orderfield.om.sync;

import io.orderfield.messaging.contract.RequestInventory;

/** Asks Field Service what it has: with the caller's transaction or not at all, at least once. */
public interface InventoryRequests {
    void ask(RequestInventory request);
}
