/**
 * Work orders and their tasks: states, assignment, the technician's work, and what of it is told.
 *
 * <p>{@link io.orderfield.fsm.workorder.WorkOrderService} and {@link io.orderfield.fsm.workorder.WorkOrderTaskService} are
 * what pages and resources call. Every operation locks the work order first, so one of two that meet waits and then sees what the other one decided.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.workorder;
