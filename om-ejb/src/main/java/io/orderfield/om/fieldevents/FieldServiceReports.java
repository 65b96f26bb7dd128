package io.orderfield.om.fieldevents;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.om.change.Cancellation;
import io.orderfield.om.change.FollowUps;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderFallouts;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.RefusedRequest;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.domainorder.WorkOrderRequests;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.plan.LinkState;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What Field Service answers and reports, applied to the link: in any order and as often as it arrives, with one result. It
 * locks the line item, then the domain orders, before it reads anything of them.
 */
@Shared
public class FieldServiceReports {
    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final EntryNotes entries;
    private final FollowUps followUps;
    private final PointOfNoReturn pointOfNoReturn;
    private final Cancellation cancellation;
    private final Activity activity;
    private final OutsideEvents outside;
    private final Fallouts fallouts;
    private final WorkOrderRequests requests;
    private final Clock clock;

    @Inject
    public FieldServiceReports(
            CustomerOrders customerOrders,
            DomainOrders orders,
            EntryNotes entries,
            FollowUps followUps,
            PointOfNoReturn pointOfNoReturn,
            Cancellation cancellation,
            Activity activity,
            OutsideEvents outside,
            Fallouts fallouts,
            WorkOrderRequests requests,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.entries = entries;
        this.followUps = followUps;
        this.pointOfNoReturn = pointOfNoReturn;
        this.cancellation = cancellation;
        this.activity = activity;
        this.outside = outside;
        this.fallouts = fallouts;
        this.requests = requests;
        this.clock = clock;
    }

    /** A work order with everything that is locked around it. */
    private record Locked(OrderLineItem item, List<DomainOrder> orders, DomainOrder order, WorkOrderLink link) {}

    void changed(WorkOrderChanged changed) {
        LinkState reported = ChangedMessage.checked(changed);
        Optional<Locked> wanted = lockUnlessOrphan(changed.workOrderKey());
        if (wanted.isEmpty()) {
            return;
        }
        Locked locked = wanted.get();
        DomainOrder order = locked.order();
        WorkOrderLink link = locked.link();
        Instant at = clock.instant();
        link.requests().answered(changed.answeredRequestRevision());
        boolean newer = link.follow(changed.snapshotRevision(), changed.number(), reported, changed.snapshot());
        if (changed.settledSequence() != null) {
            link.entries().renumbered(changed.settledSequence());
        }
        if (entries.take(order, link, changed.entries(), at)) {
            ask(order, link);
        }
        if (newer) {
            pointOfNoReturn.consider(link, order, locked.item(), at);
            outside.workOrderChanged(order, link, at);
        }
        if (changed.followUp() != null) {
            followUps.take(changed.followUp(), link, order, locked.item(), at);
        }
        finish(locked, at);
    }

    void refused(WorkOrderRequestRefused refused, Instant occurredAt) {
        if (refused.code() == null || refused.reason() == null) {
            throw new ContractViolationException("missing-field", "a refusal says code and reason");
        }
        Optional<Locked> wanted = lockUnlessOrphan(refused.workOrderKey());
        if (wanted.isEmpty()) {
            return;
        }
        Locked locked = wanted.get();
        DomainOrder order = locked.order();
        WorkOrderLink link = locked.link();
        Instant at = clock.instant();
        RefusedRequest what =
                link.refused(refused.answeredRequestRevision(), refused.number() == null, refused.reason());
        Sentence said = link.number() == null
                ? Sentence.of("note.refused.template")
                        .with("request", word(what))
                        .with("template", link.template())
                        .with("code", refused.code())
                        .with("reason", refused.reason())
                : Sentence.of("note.refused")
                        .with("request", word(what))
                        .with("code", refused.code())
                        .with("reason", refused.reason());
        activity.refused(order, link, said, occurredAt, at);
        if (what != RefusedRequest.CANCELLATION || !link.requests().isCancellationSettled()) {
            fallouts.raise(DomainOrderFallouts.about(word(what) + "-refused", order, link, said));
        }
        outside.workOrderChanged(order, link, at);
        finish(locked, at);
    }

    /**
     * Empty for Field Service's last words about a work order that nobody here wants: its cancel was sent, nothing else
     * follows.
     */
    private Optional<Locked> lockUnlessOrphan(UUID workOrderKey) {
        Optional<DomainOrders.Place> place = orders.placeOf(workOrderKey);
        return place.isEmpty() && orders.isOrphan(workOrderKey)
                ? Optional.empty()
                : Optional.of(lock(workOrderKey, place));
    }

    /**
     * Takes a request that will never reach Field Service as refused, so that nothing waits for its answer.
     *
     * @return false when an answer or a later request has settled it already
     */
    boolean undelivered(UUID workOrderKey, long revision, String why) {
        Locked locked = lock(workOrderKey);
        DomainOrder order = locked.order();
        WorkOrderLink link = locked.link();
        if (revision < link.requests().revision() || revision <= link.requests().answeredRevision()) {
            return false;
        }
        Instant at = clock.instant();
        RefusedRequest what = link.refused(revision, true, why);
        Sentence said =
                Sentence.of("note.undelivered").with("request", word(what)).with("reason", why);
        activity.refused(order, link, said, at, at);
        fallouts.raise(
                word(what) + "-undelivered",
                link.number() == null ? order.number() : link.number(),
                order.number(),
                said);
        outside.workOrderChanged(order, link, at);
        finish(locked, at);
        return true;
    }

    /** Asks for the entries that a gap still lacks. */
    void askForMissingEntries(UUID workOrderKey) {
        Locked locked = lock(workOrderKey);
        WorkOrderLink link = locked.link();
        Instant at = clock.instant();
        Instant due = link.entries().gapDueAt();
        if (due == null || due.isAfter(at)) {
            return;
        }
        ask(locked.order(), link);
        link.entries().missingUntil(at.plus(EntryNotes.PATIENCE_AFTER_ASKING));
    }

    /** A question that repairs nothing, unless entries wait for new numbers. */
    private void ask(DomainOrder order, WorkOrderLink link) {
        requests.send(
                new RequestEntries(
                        link.key(),
                        link.entries().firstMissing(),
                        link.entries().awaitsNewNumbers() ? link.known() : null),
                order.number(),
                order.customerOrder());
    }

    private Locked lock(UUID workOrderKey) {
        return lock(workOrderKey, orders.placeOf(workOrderKey));
    }

    private Locked lock(UUID workOrderKey, Optional<DomainOrders.Place> known) {
        DomainOrders.Place place = known.orElseThrow(() -> new ContractViolationException(
                "unknown-work-order", "Order Management never asked for the work order " + workOrderKey));
        OrderLineItem item = customerOrders.lockItem(place.itemId()).orElseThrow();
        if (item.state() != OrderState.CANCELLATION_IN_PROGRESS) {
            DomainOrder order = orders.lock(place.id());
            return new Locked(item, List.of(order), order, orders.link(workOrderKey));
        }
        // the answer may be the last one that the item's cancellation waits for: that ends all of its domain orders
        List<DomainOrder> all = orders.lockOfItems(List.of(item.id()));
        DomainOrder order =
                all.stream().filter(d -> d.id().equals(place.id())).findFirst().orElseThrow();
        return new Locked(item, all, order, orders.link(workOrderKey));
    }

    private void finish(Locked locked, Instant at) {
        locked.order().touch(at);
        if (locked.item().state() == OrderState.CANCELLATION_IN_PROGRESS) {
            WorkOrderLinks links =
                    orders.links(locked.orders().stream().map(DomainOrder::id).toList());
            cancellation.finishIfAnswered(locked.item(), locked.orders(), links.all(), Activity.SYSTEM, at);
        }
        activity.announce(locked.order());
    }

    private static String word(RefusedRequest what) {
        return switch (what) {
            case CREATION -> "creation";
            case UPDATE -> "update";
            case CANCELLATION -> "cancellation";
        };
    }
}
