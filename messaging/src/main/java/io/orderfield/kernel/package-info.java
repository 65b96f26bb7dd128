/**
 * What every other package stands on: the no of a business rule ({@link io.orderfield.kernel.Refusal}), the one clock, the one
 * way to write and read JSON, column types that both databases agree on, and what a view is whose version clients are told. It depends on nothing of ours.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.kernel;
