package io.orderfield.messaging.delivery;

import java.sql.SQLException;

/** The database didn't take a delivery row; the transaction rolls back. The cause tells whether trying again can help. */
public final class DeliveryStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeliveryStoreException(SQLException cause) {
        super("The delivery tables could not be written", cause);
    }
}
