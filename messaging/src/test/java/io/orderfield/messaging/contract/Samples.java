package io.orderfield.messaging.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One full message of every type: every field has a value, in a list in one of its elements. They are the golden samples
 * in docs/contract.
 */
final class Samples {
    private static final UUID KEY = UUID.fromString("0195a0b4-6c00-7000-8000-000000000001");
    private static final UUID WISH = UUID.fromString("0195a0b4-6c00-7000-8000-000000000002");
    private static final UUID NOTE = UUID.fromString("0195a0b4-6c00-7000-8000-000000000003");
    private static final UUID EVENT = UUID.fromString("0195a0b4-6c00-7000-8000-000000000004");
    private static final UUID ATTACHMENT = UUID.fromString("0195a0b4-6c00-7000-8000-000000000005");
    private static final Instant START = Instant.parse("2026-03-17T08:00:00Z");
    private static final WorkOrderOrigin ORIGIN = new WorkOrderOrigin("ORD0001001", "ORDL0001001", 2, "SO0001001");

    private static final KnownHistory KNOWN = new KnownHistory(7, 5, 4L, START);
    private static final UUID RECONCILIATION = UUID.fromString("0195a0b4-6c00-7000-8000-000000000005");

    private Samples() {}

    static Map<MessageType, Record> all() {
        Map<MessageType, Record> samples = new EnumMap<>(MessageType.class);
        samples.put(MessageType.REQUEST_WORK_ORDER, requestWorkOrder());
        samples.put(
                MessageType.CANCEL_WORK_ORDER,
                new CancelWorkOrder(KEY, 3, ORIGIN, "Customer moved out", "order.agent", KNOWN));
        samples.put(
                MessageType.SHARE_WORK_NOTE,
                new ShareWorkNote(
                        KEY,
                        NOTE,
                        "Olivia Agent",
                        Instant.parse("2026-03-16T14:05:30.250Z"),
                        "Please ring at the back door."));
        samples.put(MessageType.REQUEST_ENTRIES, new RequestEntries(KEY, 3, KNOWN));
        samples.put(MessageType.REQUEST_TEMPLATES, new RequestTemplates(List.of("fiber-installation", "fiber-repair")));
        samples.put(MessageType.WORK_ORDER_CHANGED, workOrderChanged());
        samples.put(
                MessageType.WORK_ORDER_REQUEST_REFUSED,
                new WorkOrderRequestRefused(
                        KEY, "WO0001001", 3, "work-order-closed", "The work order is closed complete."));
        samples.put(
                MessageType.WORK_ORDER_TEMPLATE_PUBLISHED,
                new WorkOrderTemplatePublished("fiber-installation", "Fiber installation", true, 4));
        samples.put(
                MessageType.REQUEST_INVENTORY,
                new RequestInventory(RECONCILIATION, KEY, 200, List.of(new WorkOrderReference(KEY))));
        samples.put(
                MessageType.WORK_ORDER_INVENTORY,
                new WorkOrderInventory(
                        RECONCILIATION,
                        KEY,
                        NOTE,
                        true,
                        false,
                        List.of(new InventoryItem(
                                NOTE, "WO0001001", "fiber-installation", "ACCEPTED", 7, 2, 5, ORIGIN))));
        samples.put(
                MessageType.ORDER_EVENT,
                new OrderEvent(
                        EVENT,
                        "work-order.changed",
                        START,
                        "ACCT0001001",
                        "ORD0001001",
                        "ORDL0001001",
                        "SO0001001",
                        "WO0001001",
                        "WORK_IN_PROGRESS",
                        "/api/v1/domain-orders/SO0001001"));
        samples.put(
                MessageType.WORK_ORDER_EVENT,
                new WorkOrderEvent(
                        EVENT,
                        "work-order.state-changed",
                        START,
                        7,
                        "ACCT0001001",
                        "ORD0001001",
                        "ORDL0001001",
                        "SO0001001",
                        "WO0001001",
                        "WOT0001001",
                        "WORK_IN_PROGRESS",
                        "/api/v1/work-orders/WO0001001"));
        samples.put(
                MessageType.WORK_ORDER_TASK_UPDATE,
                new WorkOrderTaskUpdate(
                        "crew-7/2026-03-17/12",
                        "WOT0001001",
                        "complete",
                        "parts-unavailable",
                        "complete",
                        "All ports tested",
                        NOTE,
                        true));
        samples.put(
                MessageType.WORK_ORDER_TASK_UPDATED,
                new WorkOrderTaskUpdated(
                        "crew-7/2026-03-17/12",
                        "WOT0001001",
                        "WO0001001",
                        "WORK_IN_PROGRESS",
                        "PAUSED",
                        false,
                        false,
                        "/api/v1/work-order-tasks/WOT0001001"));
        samples.put(
                MessageType.WORK_ORDER_TASK_UPDATE_REFUSED,
                new WorkOrderTaskUpdateRefused(
                        "crew-7/2026-03-17/12",
                        "WOT0001001",
                        "checklist-incomplete",
                        "Task WOT0001001 has mandatory checklist items that are not done: Signal measured",
                        List.of(new FieldError("checklist", "Signal measured"))));
        samples.put(MessageType.PARTNER_ORDER, partnerOrder());
        samples.put(
                MessageType.PARTNER_ORDER_ACCEPTED,
                new PartnerOrderAccepted(
                        "PO-2026-0417",
                        "ORD0001001",
                        "NEW",
                        false,
                        List.of(new AcceptedLineItem("ORDL0001001", "ADD", "FIBER-INTERNET", "LOC0001001", 1)),
                        "/api/v1/customer-orders/ORD0001001"));
        samples.put(
                MessageType.PARTNER_ORDER_REFUSED,
                new PartnerOrderRefused(
                        "PO-2026-0417",
                        "invalid-request",
                        "The request is not valid.",
                        List.of(new FieldError("lineItems[0].quantity", "must be 1 to 9999"))));
        return samples;
    }

    private static PartnerOrder partnerOrder() {
        return new PartnerOrder(
                "PO-2026-0417",
                "CON0001001",
                3,
                LocalDate.of(2026, 4, 20),
                "Call 30 minutes before arrival",
                true,
                List.of(
                        new PartnerLineItem(
                                "add",
                                "FIBER-INTERNET",
                                null,
                                List.of("LOC0001001", "LOC0001002"),
                                1,
                                Map.of("bandwidth", "1 Gbit/s"),
                                null,
                                null,
                                null,
                                null),
                        new PartnerLineItem(
                                "disconnect",
                                "SITE-SURVEY",
                                "LOC0001001",
                                null,
                                1,
                                null,
                                "CON0001001",
                                2,
                                LocalDate.of(2026, 4, 21),
                                "The cabinet is in the basement")));
    }

    private static RequestWorkOrder requestWorkOrder() {
        return new RequestWorkOrder(
                KEY,
                2,
                ORIGIN,
                "fiber-installation",
                2,
                "Add Fiber access at Main Street Clinic",
                "bandwidth: 500 Mbit/s\nquantity: 1",
                LocalDate.of(2026, 3, 16),
                LocalDate.of(2026, 3, 20),
                new AccountReference("ACCT0001001", "Northwind Clinics"),
                new ContactDetails("CON0001001", "Dana Field", "+1 555 0100", "dana.field@example.com"),
                new ServiceLocation(
                        "LOC0001001",
                        "Main Street Clinic",
                        "12 Main Street",
                        "02110",
                        "Boston",
                        "north-east",
                        "US",
                        42.3554,
                        -71.0603,
                        "America/New_York",
                        "Key at the front desk"),
                false,
                "order.agent",
                KNOWN);
    }

    private static WorkOrderChanged workOrderChanged() {
        TaskSnapshot task = new TaskSnapshot(
                "WOT0001001",
                "Install the line",
                "WORK_IN_PROGRESS",
                "PAUSED",
                "tech.one",
                "Terry One",
                START,
                START.plusSeconds(7200),
                START.plusSeconds(300),
                START.plusSeconds(6900),
                "complete",
                true);
        WorkOrderSnapshot snapshot = new WorkOrderSnapshot(
                "WORK_IN_PROGRESS",
                "fiber-installation",
                START,
                START.plusSeconds(7200),
                "tech.one",
                "Terry One",
                START.plusSeconds(300),
                START.plusSeconds(6900),
                "All ports tested",
                "Customer moved out",
                "om",
                false,
                true,
                true,
                List.of(task));
        ActivityEntry entry = new ActivityEntry(
                5,
                START.plusSeconds(300),
                "updated",
                "Terry One",
                "WOT0001001",
                "WORK_IN_PROGRESS",
                List.of(new FieldChange("quantity", "1", "2")),
                "Second line wanted",
                new AttachmentDetails(
                        ATTACHMENT,
                        "socket.jpg",
                        "image/jpeg",
                        248_113,
                        "/api/v1/work-order-tasks/WOT0001001/attachments/" + ATTACHMENT));
        return new WorkOrderChanged(
                KEY,
                "WO0001001",
                7,
                2,
                snapshot,
                List.of(entry),
                new FollowUpWish(WISH, "fiber-repair", "The outdoor box is damaged"),
                4L);
    }
}
