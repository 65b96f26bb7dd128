/** What all resources share: the application, JSON bodies, paging, preconditions, idempotency and answer headers. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.api;
