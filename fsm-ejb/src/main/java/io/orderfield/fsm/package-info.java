/** Field Service Management: start of its schema, and who is calling. It knows Order Management by messages only. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm;
