package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Changes in flight in the database. */
interface InflightChanges {
    void add(InflightChange change, List<FieldChange> differences);

    /** The newest change of each item that has one, by item. */
    Map<UUID, InflightChangeView> newest(Collection<UUID> itemIds);
}
