package io.orderfield.messaging.delivery;

/**
 * A message in the outbox.
 *
 * @param message what is to be sent
 * @param attempts how many times it was refused for what it is, from 0
 */
public record StoredMessage(OutgoingMessage message, int attempts) {}
