package io.orderfield.om.domainorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What holds a domain order: its order, a person who holds it by itself, or both. Each hold is ended by its own resumption. */
@Embeddable
class Holds {
    @Column(name = "held_with_order")
    private boolean withOrder;

    @Column(name = "held_by")
    private @Nullable String by;

    @Column(name = "held_at")
    private @Nullable Instant at;

    @Column(name = "hold_reason")
    private @Nullable String reason;

    void withOrder(boolean held) {
        withOrder = held;
    }

    boolean isHeldWithOrder() {
        return withOrder;
    }

    void byItself(String who, @Nullable String why, Instant when) {
        by = who;
        at = when;
        reason = why;
    }

    boolean isHeldByItself() {
        return by != null;
    }

    void endOwn() {
        by = null;
        at = null;
        reason = null;
    }

    HoldView view() {
        return new HoldView(withOrder, by, at, reason);
    }
}
