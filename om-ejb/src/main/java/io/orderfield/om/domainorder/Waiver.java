package io.orderfield.om.domainorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Who does without a refused work order, and why; the note says when. Of nulls alone while nobody does, which EclipseLink
 * reads as null.
 */
@Embeddable
class Waiver {
    @Column(name = "waived_by")
    private @Nullable String by;

    @Column(name = "waive_reason")
    private @Nullable String reason;

    protected Waiver() {
        // for JPA, and for none
    }

    Waiver(String by, String reason) {
        this.by = by;
        this.reason = reason;
    }

    @Nullable
    String by() {
        return by;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
