package io.orderfield.messaging.broker;

/**
 * How a queue is worked off, as the broker tells.
 *
 * @param consumers clients that read it now
 * @param messages messages in it, those that clients have just taken among them
 * @param workedOff messages that were worked off since the broker started
 */
public record ServedQueue(String name, int consumers, long messages, long workedOff) {}
