package io.orderfield.messaging.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A message of an outside application. Its properties are the sender's own words; only {@code user} is to be trusted,
 * because the broker has written it.
 *
 * @param user name of the user whom the broker validated
 * @param answers name of the queue that answers go to: one that this user alone may read
 * @param correlation comes back with the answer: the sender's correlation id, or the message's id; null without either
 * @param body what it says, null when it could not be read
 * @param problem why the body could not be read, null when it could
 */
public record OutsideMessage<T extends Record>(
        String user,
        String answers,
        @Nullable String correlation,
        @Nullable T body,
        @Nullable UnreadableMessageException problem) {}
