package io.orderfield.om.customerorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who placed an order, when and through which channel; of nulls alone before, which EclipseLink reads as null. */
@Embeddable
public class Placement {
    @Column(name = "placed_by")
    private @Nullable String by;

    @Column(name = "placed_at")
    private @Nullable Instant at;

    @Column(name = "placed_channel")
    private @Nullable String channel;

    protected Placement() {
        // for JPA, and for none
    }

    Placement(String by, String channel, Instant at) {
        again(by, channel, at);
    }

    final void again(String who, String through, Instant when) {
        by = who;
        channel = through;
        at = when;
    }

    public @Nullable String by() {
        return by;
    }

    public @Nullable Instant at() {
        return at;
    }

    public @Nullable String channel() {
        return channel;
    }
}
