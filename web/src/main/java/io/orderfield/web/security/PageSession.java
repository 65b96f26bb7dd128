package io.orderfield.web.security;

import java.io.Serializable;
import java.time.Instant;

/** What the container's session of a browser holds of who signed in there: which record says so, and the last use. */
final class PageSession implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private Instant lastUsed;
    private Instant written;

    PageSession(String id, Instant now) {
        this.id = id;
        this.lastUsed = now;
        this.written = now;
    }

    String id() {
        return id;
    }

    synchronized Instant lastUsed() {
        return lastUsed;
    }

    /**
     * Notes that the session is in use.
     *
     * @param notWrittenSince when the last use was written down before, it is time to do so again
     * @return whether it is
     */
    synchronized boolean use(Instant now, Instant notWrittenSince) {
        lastUsed = now;
        if (written.isAfter(notWrittenSince)) {
            return false;
        }
        written = now;
        return true;
    }
}
