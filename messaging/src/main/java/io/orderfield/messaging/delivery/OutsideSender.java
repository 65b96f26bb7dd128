package io.orderfield.messaging.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Who outside sent a message, and how to answer. A dead letter keeps it, so that a replay counts as sent by the same.
 *
 * @param user name of the user whom the broker validated
 * @param queue name of the queue that the message came by
 * @param answers name of the queue that answers go to: one that this user alone may read
 * @param correlation comes back with the answer: the sender's correlation id, or the message's id; null without either
 */
public record OutsideSender(
        String user, String queue, String answers, @Nullable String correlation) {
    /** Property of a dead letter with the user, written by this application alone. */
    static final String USER = "outsideUser";

    /** Property of a dead letter with the queue for answers. */
    static final String ANSWERS = "outsideAnswers";
}
