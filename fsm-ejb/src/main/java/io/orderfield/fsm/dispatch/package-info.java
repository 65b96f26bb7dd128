/** Technicians, and what speaks against giving a visit to one of them. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.dispatch;
