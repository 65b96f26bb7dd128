/** Field systems of others: what they report by message about the tasks of their technicians. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.partner;
