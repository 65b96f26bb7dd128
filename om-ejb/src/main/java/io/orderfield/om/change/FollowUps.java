package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.FollowUpWish;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.catalog.TemplateView;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderFallouts;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.FollowUp;
import io.orderfield.om.domainorder.FollowUpWishes;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.OrderLocks;
import io.orderfield.om.domainorder.OrderLocks.LockedOrder;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.plan.WorkOrderData;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.settings.Setting;
import io.orderfield.om.settings.Settings;
import io.orderfield.om.worknote.WorkNoteView;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides about further work that Field Service wants. An open domain order gets it, at once or when the manager has
 * approved it (setting {@code follow-up approval}); until then the wish stands against closing. Any other domain order has
 * its wishes declined, with a note and a fallout. Past the point of no return it is possible as well. Each wish is decided
 * once.
 */
@Shared
public class FollowUps {
    /** A note holds the template beside the reason. */
    private static final int LONGEST_REASON = 3_800;

    private final CustomerOrders customerOrders;
    private final DomainOrders orders;
    private final FollowUpWishes wishes;
    private final Catalog catalog;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final Fallouts fallouts;
    private final OrderLocks locks;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public FollowUps(
            CustomerOrders customerOrders,
            DomainOrders orders,
            FollowUpWishes wishes,
            Catalog catalog,
            WorkOrderRequester requester,
            Activity activity,
            Fallouts fallouts,
            OrderLocks locks,
            Settings settings,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.wishes = wishes;
        this.catalog = catalog;
        this.requester = requester;
        this.activity = activity;
        this.fallouts = fallouts;
        this.locks = locks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes a wish in; item and domain order are locked. */
    public void take(FollowUpWish wanted, WorkOrderLink link, DomainOrder order, OrderLineItem item, Instant at) {
        if (wishes.wish(wanted.wishId()).isPresent()) {
            return;
        }
        FollowUp wish = new FollowUp(order.id(), link.key(), wanted, at);
        wishes.add(wish);
        if (!order.takesWork()) {
            declineTooLate(wish, link, order, at);
        } else if (settings.approval(Setting.FOLLOW_UP_APPROVAL) == Approval.MANAGER) {
            order.touch(at); // it waits, and whoever looked before has not seen it
        } else {
            create(wish, order, item, Activity.SYSTEM, at);
        }
    }

    void approve(String number, UUID wishId, @Nullable Long expectedVersion, String by) {
        LockedOrder locked = locks.lock(number, expectedVersion);
        DomainOrder order = locked.order();
        FollowUp wish = wish(order, wishId);
        order.checkTakesWork();
        Instant at = clock.instant();
        create(wish, order, locked.item(), by, at);
        activity.byPerson(order, "follow-up-approved", source(wish), by, List.of(), wish.template(), at);
        activity.announce(order);
    }

    void refuse(String number, UUID wishId, @Nullable String why, @Nullable Long expectedVersion, String by) {
        String reason = Checks.reason(why, LONGEST_REASON);
        DomainOrder order = locks.lock(number, expectedVersion).order();
        FollowUp wish = wish(order, wishId);
        Instant at = clock.instant();
        wish.decline();
        order.touch(at);
        WorkOrderLink source = source(wish);
        WorkNoteView note = activity.byPerson(
                order, "follow-up-declined", source, by, List.of(), wish.template() + ": " + reason, at);
        requester.share(order, source, note, "Follow-up work (" + wish.template() + ") is declined: " + reason);
        activity.announce(order);
    }

    /** Turns down what waits, because its domain order is about to be canceled; item and domain order are locked. */
    void declineAll(DomainOrder order, Instant at) {
        for (FollowUp wish : wishes.openWishes(List.of(order.id())).getOrDefault(order.id(), List.of())) {
            wish.decline();
            Sentence text = Sentence.of("note.followUpOver").with("template", wish.template());
            activity.bySystem(order, "follow-up-declined", source(wish), List.of(), text, at);
        }
    }

    /** The wishes of a domain order that wait, oldest first. */
    List<WaitingFollowUpView> waitingOf(String number) {
        DomainOrder order = orders.find(number).orElseThrow(() -> Refusal.notFound("domainOrder", number));
        return views(wishes.openWishes(List.of(order.id())).getOrDefault(order.id(), List.of()));
    }

    /** A page of all wishes that wait, oldest first. */
    List<WaitingFollowUpView> waiting(int first, int max) {
        return views(wishes.openWishes(first, max));
    }

    long count() {
        return wishes.countOpenWishes();
    }

    private List<WaitingFollowUpView> views(List<FollowUp> wishes) {
        Map<UUID, DomainOrder> byId =
                orders
                        .find(wishes.stream()
                                .map(FollowUp::domainOrderId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(DomainOrder::id, Function.identity()));
        WorkOrderLinks links = orders.links(byId.keySet());
        Map<String, TemplateView> templates = wishes.isEmpty() ? Map.of() : catalog.workOrderTemplates();
        return wishes.stream()
                .map(w -> view(w, Objects.requireNonNull(byId.get(w.domainOrderId())), links, templates))
                .toList();
    }

    private static WaitingFollowUpView view(
            FollowUp wish, DomainOrder order, WorkOrderLinks links, Map<String, TemplateView> templates) {
        TemplateView template = templates.get(wish.template());
        return new WaitingFollowUpView(
                wish.id(),
                order.number(),
                order.customerOrder(),
                links.of(order).stream()
                        .filter(l -> l.key().equals(wish.workOrderKey()))
                        .findFirst()
                        .map(WorkOrderLink::number)
                        .orElse(null),
                wish.template(),
                template == null ? null : template.name(),
                wish.reason(),
                wish.wishedAt());
    }

    private FollowUp wish(DomainOrder order, UUID id) {
        return wishes.wish(id)
                .filter(w -> w.domainOrderId().equals(order.id()))
                .orElseThrow(() -> Refusal.notFound("followUpWish", id.toString()));
    }

    private WorkOrderLink source(FollowUp wish) {
        return orders.link(wish.workOrderKey());
    }

    private void create(FollowUp wish, DomainOrder order, OrderLineItem item, String by, Instant at) {
        ItemFacts facts = ItemFacts.of(customerOrders.find(item.orderId()).orElseThrow(), item);
        CustomerInformation information = CustomerInformation.of(catalog, List.of(facts));
        WorkOrderData data =
                WorkOrderDescription.of(order, facts, order.quantity(), wish.template(), null, information);
        wish.create();
        requester.create(WorkOrderLink.followUp(order, wish, data, at), order, item.version(), by, at);
    }

    private void declineTooLate(FollowUp wish, WorkOrderLink link, DomainOrder order, Instant at) {
        wish.decline();
        Sentence text = Sentence.of("note.followUpTooLate").with("template", wish.template());
        activity.bySystem(order, "follow-up-declined", link, List.of(), text, at);
        fallouts.raise(DomainOrderFallouts.about(
                "follow-up-declined",
                order,
                link,
                Sentence.of("fallout.followUpTooLate").with("happened", text)));
    }
}
