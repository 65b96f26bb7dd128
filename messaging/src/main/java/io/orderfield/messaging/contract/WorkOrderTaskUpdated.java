package io.orderfield.messaging.contract;

/**
 * Field Service's yes to a {@link WorkOrderTaskUpdate}, to the field system's own answer queue: it is done, and this is how
 * the task is now.
 *
 * @param reference the sender's own name for the update
 * @param task number of the work order task
 * @param workOrder number of its work order
 * @param state state of the task by its name
 * @param subState EN_ROUTE, ON_SITE or PAUSED, or null
 * @param acknowledgementPending true while a change in flight has to be acknowledged
 * @param repeated true when it had been done before, under the same reference
 * @param link path of the task in the REST API
 */
public record WorkOrderTaskUpdated(
        String reference,
        String task,
        String workOrder,
        String state,
        String subState,
        boolean acknowledgementPending,
        boolean repeated,
        String link) {}
