package io.orderfield.messaging.contract;

import java.util.Arrays;
import java.util.Optional;

/** Every message by its stable name on the wire (property {@code messageType}); a class name never travels. */
public enum MessageType {
    REQUEST_WORK_ORDER("RequestWorkOrder.v1", RequestWorkOrder.class),
    CANCEL_WORK_ORDER("CancelWorkOrder.v1", CancelWorkOrder.class),
    SHARE_WORK_NOTE("ShareWorkNote.v1", ShareWorkNote.class),
    REQUEST_ENTRIES("RequestEntries.v1", RequestEntries.class),
    REQUEST_INVENTORY("RequestInventory.v1", RequestInventory.class),
    REQUEST_TEMPLATES("RequestTemplates.v1", RequestTemplates.class),
    WORK_ORDER_CHANGED("WorkOrderChanged.v1", WorkOrderChanged.class),
    WORK_ORDER_REQUEST_REFUSED("WorkOrderRequestRefused.v1", WorkOrderRequestRefused.class),
    WORK_ORDER_TEMPLATE_PUBLISHED("WorkOrderTemplatePublished.v1", WorkOrderTemplatePublished.class),
    WORK_ORDER_INVENTORY("WorkOrderInventory.v1", WorkOrderInventory.class),
    ORDER_EVENT("OrderEvent.v1", OrderEvent.class),
    WORK_ORDER_EVENT("WorkOrderEvent.v1", WorkOrderEvent.class),
    WORK_ORDER_TASK_UPDATE("WorkOrderTaskUpdate.v1", WorkOrderTaskUpdate.class),
    WORK_ORDER_TASK_UPDATED("WorkOrderTaskUpdated.v1", WorkOrderTaskUpdated.class),
    WORK_ORDER_TASK_UPDATE_REFUSED("WorkOrderTaskUpdateRefused.v1", WorkOrderTaskUpdateRefused.class),
    PARTNER_ORDER("PartnerOrder.v1", PartnerOrder.class),
    PARTNER_ORDER_ACCEPTED("PartnerOrderAccepted.v1", PartnerOrderAccepted.class),
    PARTNER_ORDER_REFUSED("PartnerOrderRefused.v1", PartnerOrderRefused.class);

    private final String wireName;
    private final Class<? extends Record> body;

    MessageType(String wireName, Class<? extends Record> body) {
        this.wireName = wireName;
        this.body = body;
    }

    /** The name with version, as it stands in the message property. */
    public String wireName() {
        return wireName;
    }

    /** The record that the body is written from and read into. */
    public Class<? extends Record> body() {
        return body;
    }

    /** The type with this name, or empty for a name (or version) that this release does not know. */
    public static Optional<MessageType> byWireName(String name) {
        return Arrays.stream(values()).filter(t -> t.wireName.equals(name)).findFirst();
    }

    /**
     * The type of a message.
     *
     * @throws IllegalArgumentException when the record is not a message
     */
    public static MessageType of(Record message) {
        return Arrays.stream(values())
                .filter(t -> t.body == message.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(message.getClass() + " is not a message"));
    }
}
