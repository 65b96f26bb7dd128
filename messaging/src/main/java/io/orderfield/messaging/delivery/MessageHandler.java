package io.orderfield.messaging.delivery;

/** What a listener does with a message that could be read: translate it and call one service method. */
@FunctionalInterface
public interface MessageHandler {
    /**
     * @param body the record of {@link MessageContext#type()}
     * @throws ContractViolationException when the body can be read but breaks the contract; it is not tried again
     * @throws RuntimeException whatever the service throws; {@link Reception} decides what becomes of the message
     */
    void handle(Record body, MessageContext context);
}
