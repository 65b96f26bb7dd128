package io.orderfield.fsm.request;

import io.orderfield.messaging.contract.InventoryItem;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is of every key that Order Management ever asked for. Reading locks nothing. */
interface Inventory {
    /** A page in rising order of the keys' bytes. */
    List<InventoryItem> page(@Nullable UUID afterKey, int max);

    /** These keys, as far as they exist. */
    List<InventoryItem> of(Collection<UUID> keys);
}
