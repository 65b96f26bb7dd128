/** The resource adapter of ActiveMQ Artemis that can host the broker itself. */
@org.jspecify.annotations.NullMarked
package io.orderfield.broker;
