package io.orderfield.om.inflight;

import io.orderfield.messaging.contract.FieldChange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes in flight in the database. They have no locks of their own: they are decided under the lock of their item. */
public interface InflightChanges {
    void add(InflightChange change, List<FieldChange> differences);

    /** The item that a change belongs to, without reading (and so without caching) either. */
    Optional<UUID> itemOf(String number);

    /** Reads one change; the caller holds its item's lock. */
    InflightChange find(String number);

    List<FieldChange> differences(InflightChange change);

    /** Those of the items that wait for the manager, by number; the caller holds the items' locks. */
    List<InflightChange> requested(Collection<UUID> itemIds);

    /** The newest change of each item that has one, by item. */
    Map<UUID, InflightChangeView> newest(Collection<UUID> itemIds);

    Optional<InflightChangeView> view(String number, @Nullable String ownAccount);

    /** A page of changes, the oldest request first. */
    List<InflightChangeView> list(InflightChangeFilter filter, @Nullable String ownAccount, int first, int max);

    long count(InflightChangeFilter filter, @Nullable String ownAccount);

    /** The applied changes that made these versions of the item, by version. */
    List<InflightChangeView> applied(UUID itemId, int fromVersion, int toVersion);
}
