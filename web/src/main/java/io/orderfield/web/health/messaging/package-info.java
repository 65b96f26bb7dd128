/** The part of readiness that needs the broker. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.health.messaging;
