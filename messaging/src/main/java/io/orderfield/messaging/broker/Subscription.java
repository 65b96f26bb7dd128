package io.orderfield.messaging.broker;

import java.time.Duration;

/**
 * A subscription of an outside application to a topic.
 *
 * @param topic address of the topic
 * @param name the broker's name of it: client id and subscription name for a durable one
 * @param consumers clients that read it now
 * @param messages events that it has not read
 * @param oldest how long the oldest of them has waited; zero when there is none
 */
public record Subscription(String topic, String name, int consumers, long messages, Duration oldest) {}
