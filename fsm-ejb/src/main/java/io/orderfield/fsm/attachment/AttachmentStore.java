package io.orderfield.fsm.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

/** Where the content of attachments lies. */
interface AttachmentStore {
    /** The name that an attachment remembers: {@code database} or {@code folder}. */
    String name();

    /**
     * Stores the content; of the current transaction: nothing is left of it when that is taken back.
     *
     * @throws IOException when it can't be read or stored
     */
    void write(UUID id, InputStream content) throws IOException;

    /**
     * Hands out the content piece by piece.
     *
     * @throws IOException when it can't be read, or not be written to the receiver
     */
    void copy(UUID id, OutputStream to) throws IOException;
}
