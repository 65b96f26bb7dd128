/** What changes the work of domain orders: decomposition, in-flight changes and their previews, hold, cancellation and its decisions, corrections, follow-ups, work by hand, planning again. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.change;
