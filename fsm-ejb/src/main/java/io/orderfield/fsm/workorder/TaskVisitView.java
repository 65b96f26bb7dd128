package io.orderfield.fsm.workorder;

/** A task with the place where it is done: one visit of a technician's day. */
public record TaskVisitView(WorkOrderTaskView task, PlaceView place) {}
