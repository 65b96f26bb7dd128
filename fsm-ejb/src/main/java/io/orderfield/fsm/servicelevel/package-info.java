/** How a work order stands to its due date: what is kept of it, and the clock that is read from it. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.servicelevel;
