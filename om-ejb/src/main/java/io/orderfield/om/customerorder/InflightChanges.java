package io.orderfield.om.customerorder;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Changes in flight in the database. */
interface InflightChanges {
    void add(InflightChange change);

    /** The newest change of each item that has one, by item. */
    Map<UUID, InflightChangeView> newest(Collection<UUID> itemIds);
}
