package io.orderfield.messaging.delivery;

/** What a listener does with a message of an outside application: one service method, which answers it. */
@FunctionalInterface
public interface OutsideMessageHandler<T extends Record> {
    /**
     * @param message what was sent, readable or not
     * @throws RuntimeException whatever the service throws; {@link Reception} decides what becomes of the message
     */
    void handle(OutsideMessage<T> message);
}
