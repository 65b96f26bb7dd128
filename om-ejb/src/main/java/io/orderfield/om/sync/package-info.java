/**
 * Looks after the synchronization with Field Service: dead letters, and the reconciliation that compares what is believed
 * here with what is there.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.sync;
