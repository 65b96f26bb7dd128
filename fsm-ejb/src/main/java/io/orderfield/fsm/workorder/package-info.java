/**
 * Work orders and their tasks: states, dispatching, the technician's work, and the answers to Order Management's requests.
 *
 * <p>{@link io.orderfield.fsm.workorder.WorkOrderService} and {@link io.orderfield.fsm.workorder.WorkOrderTaskService} are
 * what pages and resources call; {@link io.orderfield.fsm.request.WorkOrderRequestIntake} is for the listener alone.
 * Every operation locks the work order first, so one of two that meet waits and then sees what the other one decided.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.workorder;
