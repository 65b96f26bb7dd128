/** Answers once given to a request with an idempotency key, so that a repeat gets the same answer. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.idempotency;
