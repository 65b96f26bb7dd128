package io.orderfield.fsm.request;

import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.fsm.template.WorkOrderTemplates;
import io.orderfield.fsm.workorder.FollowUp;
import io.orderfield.fsm.workorder.Journal;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.fsm.workorder.WorkOrderEvents;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.fsm.workorder.WorkOrders;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works off what Order Management sends, each message in one transaction that begins with its inbox row. Only the listener
 * calls it. A no to a request is an answer; an exception means that nothing happened and the message comes again.
 *
 * <p>The key's row is locked first, then the work order, so messages of one key are worked off one after the other.
 */
@Stateless
@PermitAll
public class WorkOrderRequestIntake {
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_WISHES = 50;

    @Inject
    private ReceivedMessages received;

    @Inject
    private WorkOrders workOrders;

    @Inject
    private RequestedKeys keys;

    @Inject
    private WorkOrderTemplates templates;

    @Inject
    private WorkOrderEvents events;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    /** Creates the work order or replaces what Order Management owns of it. */
    public void request(UUID messageId, RequestWorkOrder request) {
        if (!received.firstTime(messageId)) {
            return;
        }
        RequestedKey key = keys.lock(request.workOrderKey());
        switch (key.outcome()) {
            case CREATED -> {
                WorkOrder workOrder = locked(request.workOrderKey());
                workOrder.goOnFrom(request.known());
                revise(workOrder, request);
            }
            case CANCELED -> {
                key.seen(request.requestRevision());
                events.changed(key.cancellation(), key.origin());
            }
            case REFUSED, WAITING -> {
                if (key.isStale(request.requestRevision())) {
                    events.refused(key.refusal(), key.origin());
                } else {
                    create(key, request);
                }
            }
        }
    }

    private void create(RequestedKey key, RequestWorkOrder request) {
        Instant now = clock.instant();
        key.seen(request.requestRevision());
        String problem = RequestCheck.problem(request);
        Optional<WorkOrderTemplateView> template =
                templates.find(request.template()).filter(WorkOrderTemplateView::active);
        if (problem != null) {
            key.refused(request, "invalid-request", problem, now);
            events.refused(key.refusal(), request.origin());
        } else if (template.isEmpty()) {
            String reason = "Field service has no template " + request.template() + ".";
            key.refused(request, "unknown-template", reason, now);
            events.refused(key.refusal(), request.origin());
        } else {
            WorkOrder workOrder =
                    new WorkOrder(request, template.get(), workOrders.nextNumber(), workOrders::nextTaskNumber, now);
            key.created();
            keys.takeParkedNotes(request.workOrderKey()).forEach(parked -> workOrder.addSharedNote(parked.note(), now));
            workOrders.add(workOrder);
            journal.tell(workOrder);
        }
    }

    private void revise(WorkOrder workOrder, RequestWorkOrder request) {
        if (workOrder.wanted().isStale(request.requestRevision())) {
            journal.answer(workOrder, List.of());
            return;
        }
        String problem = workOrder.madeFrom().template().equals(request.template())
                ? RequestCheck.problem(request)
                : "the template of a work order can't be changed";
        if (workOrder.state().isClosed()) {
            refuse(workOrder, request.requestRevision(), "work-order-closed", closed(workOrder));
        } else if (problem != null) {
            refuse(workOrder, request.requestRevision(), "invalid-request", problem);
        } else {
            workOrder.revise(request, clock.instant());
            journal.tell(workOrder);
        }
    }

    /** Cancels the work order; one that doesn't exist yet will never exist. */
    public void cancel(UUID messageId, CancelWorkOrder request) {
        if (!received.firstTime(messageId)) {
            return;
        }
        RequestedKey key = keys.lock(request.workOrderKey());
        if (key.outcome() == RequestedKey.Outcome.CREATED) {
            WorkOrder workOrder = locked(request.workOrderKey());
            workOrder.goOnFrom(request.known());
            cancel(workOrder, request);
        } else if (key.outcome() == RequestedKey.Outcome.REFUSED && key.isStale(request.requestRevision())) {
            events.refused(key.refusal(), key.origin());
        } else {
            key.seen(request.requestRevision());
            if (key.outcome() != RequestedKey.Outcome.CANCELED) {
                key.canceled(request, clock.instant());
                keys.takeParkedNotes(request.workOrderKey());
            }
            events.changed(key.cancellation(), key.origin());
        }
    }

    private void cancel(WorkOrder workOrder, CancelWorkOrder request) {
        if (workOrder.wanted().isStale(request.requestRevision())) {
            journal.answer(workOrder, List.of());
            return;
        }
        Instant now = clock.instant();
        if (workOrder.state() == WorkOrderState.CANCELED) {
            // what was asked for is so already: an answer, not a refusal
            workOrder.seen(request.requestRevision());
            workOrder.answered(now);
            journal.tell(workOrder);
        } else if (workOrder.state().isClosed()) {
            refuse(workOrder, request.requestRevision(), "work-order-closed", closed(workOrder));
        } else {
            workOrder.seen(request.requestRevision());
            workOrder.cancel(request.reason(), request.requestedBy(), WorkOrder.CANCELED_BY_REQUEST, now);
            journal.tell(workOrder);
        }
    }

    private void refuse(WorkOrder workOrder, long requestRevision, String code, String reason) {
        workOrder.seen(requestRevision);
        events.refused(
                new WorkOrderRequestRefused(
                        workOrder.id(), workOrder.number(), workOrder.wanted().answeredRevision(), code, reason),
                workOrder.wanted().origin().message());
    }

    private static String closed(WorkOrder workOrder) {
        return "Work order " + workOrder.number() + " is " + workOrder.state() + ".";
    }

    /** Shows a person's note of Order Management, once. */
    public void share(UUID messageId, ShareWorkNote note) {
        if (!received.firstTime(messageId)) {
            return;
        }
        RequestedKey key = keys.lock(note.workOrderKey());
        switch (key.outcome()) {
            case CREATED -> {
                WorkOrder workOrder = locked(note.workOrderKey());
                if (!workOrders.hasNote(workOrder.id(), note.noteId())) {
                    workOrder.addSharedNote(note, clock.instant());
                    journal.keep(workOrder);
                }
            }
            case REFUSED, WAITING -> keys.park(note);
            case CANCELED -> {
                // there never will be a work order to show it on
            }
        }
    }

    /**
     * Sends the current state and entries again that did not arrive; what is more than a message holds is asked for again. In
     * a repair the answer is newer than anything that Order Management has.
     */
    public void entries(UUID messageId, RequestEntries request) {
        if (received.firstTime(messageId)) {
            tell(request);
        }
    }

    /** Sends the current state and the entries from this one on, in place of a message that never left. */
    public void tellAgain(UUID workOrderKey, long fromSequence) {
        tell(new RequestEntries(workOrderKey, fromSequence));
    }

    private void tell(RequestEntries request) {
        RequestedKey key = keys.lock(request.workOrderKey());
        switch (key.outcome()) {
            case CREATED -> {
                WorkOrder workOrder = locked(request.workOrderKey());
                Long settled = null;
                if (request.known() != null) {
                    settled = giveNewNumbers(workOrder, request.known());
                    workOrder.repair(request.known(), clock.instant());
                    journal.keep(workOrder);
                }
                journal.answer(
                        workOrder,
                        settled,
                        workOrders.entriesFrom(workOrder.id(), request.fromSequence(), MOST_ENTRIES),
                        workOrders.wishes(workOrder.id(), MOST_WISHES).stream()
                                .map(FollowUp::message)
                                .toList());
            }
            case CANCELED -> {
                if (request.known() != null) {
                    key.repair(request.known());
                }
                events.changed(key.cancellation(), key.origin());
            }
            case REFUSED -> events.refused(key.refusal(), key.origin());
            case WAITING -> {
                // nobody asked for it yet: there is nothing to tell
            }
        }
    }

    /**
     * Gives new numbers to entries whose numbers Order Management knows for others: this database was restored from an older
     * backup, and work went on before anybody compared.
     *
     * @return the number that the question names, null when it names none
     */
    private @Nullable Long giveNewNumbers(WorkOrder workOrder, KnownHistory known) {
        Long from = known.reusedSequence();
        if (from == null || known.reusedAt() == null || from > known.entrySequence()) {
            return from;
        }
        // asked a second time, it has moved already
        if (workOrders.hasEntry(workOrder.id(), from, known.reusedAt())) {
            long by = known.entrySequence() - from + 1;
            workOrders.moveEntries(workOrder.id(), from, by);
            workOrder.entriesMoved(by);
        }
        return from;
    }

    private WorkOrder locked(UUID key) {
        return workOrders
                .lock(key)
                .orElseThrow(() -> new IllegalStateException("the work order of key " + key + " is gone"));
    }
}
