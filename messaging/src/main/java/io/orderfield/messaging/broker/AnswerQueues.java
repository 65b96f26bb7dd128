package io.orderfield.messaging.broker;

import java.util.regex.Pattern;

/** Queues of outside applications for answers. */
public final class AnswerQueues {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private AnswerQueues() {}

    /** Whether it is a temporary queue: the broker names them by a UUID, and ends them with their connection. */
    public static boolean isTemporary(String name) {
        return UUID.matcher(name).matches();
    }
}
