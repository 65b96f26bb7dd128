/**
 * How a message leaves and arrives exactly once in effect, without a distributed transaction.
 *
 * <p>Out: what a transaction decides it also writes to the {@link io.orderfield.messaging.delivery.Outbox}; after the commit
 * the {@link io.orderfield.messaging.delivery.Dispatcher} sends it and deletes the row; a sweep sends what a crash left. A
 * message may so be sent twice, never not at all.
 *
 * <p>In: {@link io.orderfield.messaging.delivery.Reception} reads the message and calls one service method, whose first
 * statement writes the message's id to the {@link io.orderfield.messaging.delivery.Inbox}: the second delivery changes nothing.
 *
 * <p>Plain Java, JDBC and JMS inside; {@link io.orderfield.messaging.delivery.Side} is the bean that each module makes of it.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.messaging.delivery;
