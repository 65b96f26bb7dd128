/**
 * What Order Management and Field Service Management say to each other, and nothing else they share.
 *
 * <p>Every message is a record of JDK types under a stable name with a version ({@link io.orderfield.messaging.contract.MessageType}).
 * Fields are only ever added; a reader ignores what it does not know. A breaking change is a {@code .v2} beside the {@code .v1}.
 *
 * <p>State is transferred, not deltas. Two counters order it, each with one writer: {@code requestRevision} (Order Management)
 * and {@code snapshotRevision} (Field Service).
 */
package io.orderfield.messaging.contract;
