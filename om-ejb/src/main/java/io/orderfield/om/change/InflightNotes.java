package io.orderfield.om.change;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.inflight.InflightChangeKind;
import io.orderfield.om.inflight.InflightChangeState;
import io.orderfield.om.inflight.InflightChangesMoved;
import io.orderfield.om.inflight.InflightChangesMoved.Moved;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Notes on an item's domain orders what was asked for, approved, refused and withdrawn, in the transaction in which it
 * happened. What could never be applied is refused when it is asked for already, not when the manager approves it.
 */
@Shared
public class InflightNotes {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final ImpactPreview preview;
    private final Activity activity;
    private final Clock clock;

    @Inject
    public InflightNotes(
            CustomerOrders customerOrders, DomainOrders orders, ImpactPreview preview, Activity activity, Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.preview = preview;
        this.activity = activity;
        this.clock = clock;
    }

    public void moved(@Observes InflightChangesMoved moved) {
        Instant at = clock.instant();
        Map<UUID, Moved> byItem =
                moved.changes().stream().collect(Collectors.toMap(Moved::itemId, Function.identity()));
        Map<UUID, List<DomainOrder>> ofItems =
                orders.lockOfItems(byItem.keySet()).stream().collect(Collectors.groupingBy(DomainOrder::itemId));
        if (moved.state() == InflightChangeState.REQUESTED) {
            // a plan for each of many items is long: of an order-wide revision only those are looked at that may be
            // refused
            customerOrders.items(byItem.keySet()).stream()
                    .filter(i -> Objects.requireNonNull(byItem.get(i.id())).kind() == InflightChangeKind.REVISION)
                    .filter(i -> byItem.size() == 1 || hasEnded(ofItems.getOrDefault(i.id(), List.of())))
                    .forEach(i -> check(
                            i, ofItems.getOrDefault(i.id(), List.of()), Objects.requireNonNull(byItem.get(i.id()))));
        }
        String kind = "change-" + moved.state().name().toLowerCase(Locale.ROOT);
        ofItems.forEach((item, ofItem) -> {
            Moved change = Objects.requireNonNull(byItem.get(item));
            for (DomainOrder order : ofItem) {
                if (!order.state().isFinal()) {
                    note(order, kind, change, moved, at);
                }
            }
        });
    }

    private static boolean hasEnded(List<DomainOrder> ofItem) {
        return ofItem.stream().anyMatch(d -> d.state().isFinal());
    }

    private void note(DomainOrder order, String kind, Moved change, InflightChangesMoved moved, Instant at) {
        Sentence cause = moved.cause();
        if (cause == null) {
            String reason = moved.state() == InflightChangeState.REQUESTED ? change.requestReason() : moved.reason();
            String text = reason == null ? change.change() : change.change() + ": " + reason;
            activity.byPerson(order, kind, moved.by(), change.differences(), text, at);
        } else {
            Sentence ended = Sentence.of("note.changeEnded")
                    .with("number", change.change())
                    .with("cause", cause);
            activity.changed(order, kind, moved.by(), change.differences(), ended, at);
        }
        activity.announce(order);
    }

    private void check(OrderLineItem item, List<DomainOrder> ofItem, Moved change) {
        CustomerOrder order = customerOrders.find(item.orderId()).orElseThrow();
        preview.impact(order, item, ofItem, change.asRevision());
    }
}
