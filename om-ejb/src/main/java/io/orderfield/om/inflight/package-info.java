/**
 * In-flight changes as records (CHG…): asked for, decided, applied to the items. What they do to the work of the items'
 * domain orders is in {@code om.change}, which observes what is announced here.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.inflight;
