package io.orderfield.om.domainorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who closed a domain order, and what was said about work that was not completed; of nulls alone while nobody has,
 * which EclipseLink reads as null.
 */
@Embeddable
class Closing {
    @Column(name = "closed_by")
    private @Nullable String by;

    @Column(name = "closed_at")
    private @Nullable Instant at;

    @Column(name = "close_reason")
    private @Nullable String reason;

    protected Closing() {
        // for JPA, and for none
    }

    Closing(String by, @Nullable String reason, Instant at) {
        this.by = by;
        this.reason = reason;
        this.at = at;
    }

    @Nullable
    String by() {
        return by;
    }

    @Nullable
    Instant at() {
        return at;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
