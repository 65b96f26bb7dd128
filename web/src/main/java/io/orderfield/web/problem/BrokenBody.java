package io.orderfield.web.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request could not be read to its end: a broken chunk, or a sender that went away. Not our fault. */
public final class BrokenBody extends IOException {
    private static final long serialVersionUID = 1L;

    private BrokenBody(IOException cause) {
        super(cause);
    }

    /** A body whose failures can be told from those of our own files. */
    public static InputStream watch(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                try {
                    return in.read();
                } catch (IOException e) {
                    throw new BrokenBody(e);
                }
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    return in.read(into, from, length);
                } catch (IOException e) {
                    throw new BrokenBody(e);
                }
            }
        };
    }
}
