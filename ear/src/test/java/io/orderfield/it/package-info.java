/**
 * The packaged server, from outside: REST, JMS and AMQP against one server on PostgreSQL ({@link
 * io.orderfield.it.support.RunningServer}), which all classes here and in {@code browser} share, one after the other. The
 * neighbors: {@code browser} looks at pages, {@code own} starts and kills servers, {@code deployed} puts a test into the
 * server, {@code support} is what they share. What runs when is told in CONTRIBUTING.md.
 */
package io.orderfield.it;
