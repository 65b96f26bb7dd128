package io.orderfield.fsm.attachment;

import io.orderfield.kernel.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and refuses to read more than the limit: what a length claims to be says nothing. */
final class LimitedContent extends FilterInputStream {
    private final long limit;
    private long length;

    LimitedContent(InputStream content, long limit) {
        super(content);
        this.limit = limit;
    }

    /** Bytes that were read. */
    long length() {
        return length;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        int read = super.read(bytes, offset, most);
        count(Math.max(read, 0));
        return read;
    }

    /** @throws Refusal too large */
    private void count(int read) {
        length += read;
        if (length > limit) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "attachment-too-large")
                    .with("limit", limit)
                    .showing("limit", limit);
        }
    }
}
