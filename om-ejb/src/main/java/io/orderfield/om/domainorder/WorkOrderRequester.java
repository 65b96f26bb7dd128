package io.orderfield.om.domainorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.PlanStep.Cancel;
import io.orderfield.om.plan.PlanStep.Create;
import io.orderfield.om.plan.PlanStep.Nothing;
import io.orderfield.om.plan.PlanStep.Update;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.plan.WorkOrderData;
import io.orderfield.om.worknote.WorkNoteView;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns decisions about work orders into changed links and requests to Field Service, under the domain order's lock. */
@Shared
public class WorkOrderRequester {
    private final DomainOrders orders;
    private final WorkOrderRequests requests;

    @Inject
    public WorkOrderRequester(DomainOrders orders, WorkOrderRequests requests) {
        this.orders = orders;
        this.requests = requests;
    }

    /**
     * Lets those who work on a work order read what a note says, open or not.
     *
     * @param text in words of its own, since the note's kind is not told
     */
    public void share(DomainOrder order, WorkOrderLink link, WorkNoteView note, String text) {
        requests.send(
                new ShareWorkNote(link.key(), note.id(), note.author(), note.occurredAt(), text),
                order.number(),
                order.customerOrder());
    }

    /**
     * Takes the steps of a plan.
     *
     * @param links every link of the domain order
     * @param itemVersion the item's version that the steps follow from
     * @param why reason of the cancels
     * @param by user name of who caused it
     */
    public void take(
            List<PlanStep> steps,
            DomainOrder order,
            List<WorkOrderLink> links,
            int itemVersion,
            String why,
            String by,
            Instant at) {
        Map<UUID, WorkOrderLink> byKey =
                links.stream().collect(Collectors.toMap(WorkOrderLink::key, Function.identity()));
        for (PlanStep step : steps) {
            if (step instanceof Create create) {
                create(
                        WorkOrderLink.planned(UuidCreator.getTimeOrderedEpoch(), order, create, at),
                        order,
                        itemVersion,
                        by,
                        at);
            } else if (step instanceof Update update) {
                WorkOrderLink link =
                        Objects.requireNonNull(byKey.get(update.existing().key()));
                keepProvenance(link, update.work(), order, at);
                update(link, order, update.data(), itemVersion, by, at);
            } else if (step instanceof Cancel cancel) {
                cancel(Objects.requireNonNull(byKey.get(cancel.existing().key())), order, itemVersion, why, by, at);
            } else if (step instanceof Nothing nothing) {
                keepProvenance(
                        Objects.requireNonNull(byKey.get(nothing.existing().key())), nothing.work(), order, at);
            }
        }
    }

    /**
     * Takes the first steps of a new domain order, which all are creations. Whoever makes the domain order counts them as
     * part of its making: it is in the database already and need not be written again.
     */
    public void begin(List<PlanStep> steps, DomainOrder order, int itemVersion, String by, Instant at) {
        for (PlanStep step : steps) {
            WorkOrderLink link = WorkOrderLink.planned(UuidCreator.getTimeOrderedEpoch(), order, (Create) step, at);
            orders.add(link);
            send(link, order, itemVersion, by);
        }
    }

    /** Asks Field Service for a new work order. */
    public void create(WorkOrderLink link, DomainOrder order, int itemVersion, String by, Instant at) {
        orders.add(link);
        send(link, order, itemVersion, by);
        order.touch(at);
    }

    /** Asks Field Service once more for a work order that it refused to create. */
    public void createAgain(
            WorkOrderLink link, DomainOrder order, WorkOrderData data, int itemVersion, String by, Instant at) {
        link.retry(data);
        send(link, order, itemVersion, by);
        order.touch(at);
    }

    /** Sends Field Service the new data of an open work order. */
    public void update(
            WorkOrderLink link, DomainOrder order, WorkOrderData data, int itemVersion, String by, Instant at) {
        link.update(data);
        send(link, order, itemVersion, by);
        order.touch(at);
    }

    /** Asks Field Service to cancel an open work order. */
    public void cancel(WorkOrderLink link, DomainOrder order, int itemVersion, String why, String by, Instant at) {
        link.cancel(why);
        requests.send(new CancelWorkOrder(link.key(), link.requests().revision(), origin(order, itemVersion), why, by));
        order.touch(at);
    }

    /**
     * Sends again what Field Service lacks, with what is known of its history: the whole wanted state or the cancel.
     *
     * @param seen the newest request that Field Service has seen
     */
    public void repair(WorkOrderLink link, DomainOrder order, int itemVersion, long seen, String by) {
        KnownHistory known = link.known();
        if (link.requests().wantsCancelAfter(seen)) {
            requests.send(new CancelWorkOrder(
                    link.key(),
                    link.requests().revision(),
                    origin(order, itemVersion),
                    link.reason() == null ? "not wanted" : link.reason(),
                    by,
                    known));
        } else {
            send(link, order, itemVersion, by, known);
        }
    }

    private void send(WorkOrderLink link, DomainOrder order, int itemVersion, String by) {
        send(link, order, itemVersion, by, null);
    }

    private void send(WorkOrderLink link, DomainOrder order, int itemVersion, String by, @Nullable KnownHistory known) {
        WorkOrderData data = link.wanted();
        requests.send(new RequestWorkOrder(
                link.key(),
                link.requests().revision(),
                origin(order, itemVersion),
                data.template(),
                data.priority(),
                data.shortDescription(),
                data.description(),
                data.requestedStart(),
                data.due(),
                data.account(),
                data.contact(),
                data.location(),
                data.hold(),
                by,
                known));
    }

    private static void keepProvenance(WorkOrderLink link, @Nullable WantedWork work, DomainOrder order, Instant at) {
        if (work != null) {
            link.decidedBy(work, order.decision().tableVersion(), at);
        }
    }

    private static WorkOrderOrigin origin(DomainOrder order, int itemVersion) {
        return new WorkOrderOrigin(order.customerOrder(), order.lineItem(), itemVersion, order.number());
    }
}
