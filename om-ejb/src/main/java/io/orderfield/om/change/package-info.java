/**
 * What changes the work of domain orders: decomposition, the plan that follows an in-flight change and its preview, hold,
 * cancellation and its decisions, corrections, follow-ups, work by hand, planning again. The changes themselves, who asks
 * for them and who decides, are in {@code om.inflight}.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.change;
