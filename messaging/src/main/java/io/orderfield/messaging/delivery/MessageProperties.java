package io.orderfield.messaging.delivery;

/** Names of the properties that every message carries. */
public final class MessageProperties {
    /** Stable name of the message with version. */
    public static final String TYPE = "messageType";

    /** Identity of the message: a UUID. A repair or re-send gets a new one. */
    public static final String ID = "messageId";

    /** When the sender decided it: ISO 8601 in UTC. */
    public static final String OCCURRED_AT = "occurredAt";

    /** Number of the domain order: the messages of a group are worked off in order. */
    public static final String GROUP = "JMSXGroupID";

    /** W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    /** On a dead letter: where the message was meant to go. */
    public static final String ORIGINAL_DESTINATION = "originalDestination";

    private MessageProperties() {}
}
