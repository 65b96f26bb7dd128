/** The broker behind JMS: its management, its answer queues, one transaction with it. */
@org.jspecify.annotations.NullMarked
package io.orderfield.messaging.broker;
