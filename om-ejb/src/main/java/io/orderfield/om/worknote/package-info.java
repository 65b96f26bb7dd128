/** Work notes: the append-only activity of a domain order. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.worknote;
