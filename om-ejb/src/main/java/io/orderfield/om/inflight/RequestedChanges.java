package io.orderfield.om.inflight;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.inflight.InflightChangesMoved.Moved;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ends the changes that wait for the manager when their items can't be changed any more: past the point of no return, or
 * canceled. Whoever takes an item there calls it in the same transaction, under the item's lock.
 */
@Shared
public class RequestedChanges {
    private final InflightChanges changes;
    private final Event<InflightChangesMoved> moves;

    @Inject
    public RequestedChanges(InflightChanges changes, Event<InflightChangesMoved> moves) {
        this.changes = changes;
        this.moves = moves;
    }

    /**
     * Refuses what waits for an item that is past the point of no return.
     *
     * @param item locked
     * @param by user name, or what decided it
     */
    public void endPastPointOfNoReturn(OrderLineItem item, String by, Instant at) {
        end(List.of(item), Sentence.of("past-point-of-no-return.item"), by, at);
    }

    /**
     * Refuses what waits for items that are being canceled.
     *
     * @param items locked
     * @param by user name
     */
    public void endCanceled(Collection<OrderLineItem> items, String by, Instant at) {
        end(items, Sentence.of("change.itemCanceled"), by, at);
    }

    private void end(Collection<OrderLineItem> items, Sentence cause, String by, Instant at) {
        Map<UUID, OrderLineItem> changed = items.stream()
                .filter(i -> i.changeCount() > 0)
                .collect(Collectors.toMap(OrderLineItem::id, Function.identity()));
        if (changed.isEmpty()) {
            return;
        }
        List<InflightChange> waiting = changes.requested(changed.keySet());
        if (waiting.isEmpty()) {
            return;
        }
        waiting.forEach(c -> c.end(cause, by, at));
        List<Moved> moved = waiting.stream()
                .map(c -> Moved.of(c, Objects.requireNonNull(changed.get(c.itemId())), changes.differences(c)))
                .toList();
        moves.fire(new InflightChangesMoved(InflightChangeState.REFUSED, moved, by, null, cause));
    }
}
