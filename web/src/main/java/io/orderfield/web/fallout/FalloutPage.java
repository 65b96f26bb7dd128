package io.orderfield.web.fallout;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.fallout.FalloutService;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.user.UserView;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fallout: what happened, what it is about, and what can be done. */
@Named("falloutPage")
@ViewScoped
public class FalloutPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    FalloutService fallouts;

    @Inject
    Decisions decisions;

    @Inject
    Me me;

    private @Nullable String number;
    private long version;
    private transient @Nullable FalloutView fallout;
    private @Nullable String owner;
    private @Nullable String reason;

    /** Reads what is current. */
    public void load() {
        String asked = number;
        fallout = asked == null ? null : decisions.orErrorPage(() -> fallouts.find(asked));
        if (fallout != null) {
            version = fallout.version();
            owner = fallout.owner();
        } else if (number == null) {
            decisions.answer(404);
        }
    }

    /** The reader takes care of it. */
    public void take() {
        decisions.attempt("fallout.taken", () -> fallouts.assign(record(), me.getUsername(), version), record());
        load();
    }

    /** Lets somebody else take care. */
    public void assign() {
        String chosen = owner == null ? "" : owner;
        decisions.attempt("fallout.assigned", () -> fallouts.assign(record(), chosen, version), record());
        load();
    }

    public void retry() {
        decisions.attempt("fallout.retried", () -> fallouts.retry(record(), version), record());
        load();
    }

    public void resolve() {
        String done = reason == null ? "" : reason;
        if (decisions
                .attempt("fallout.resolved", () -> fallouts.resolve(record(), done, version), record())
                .isEmpty()) {
            reason = null;
        }
        load();
    }

    private String record() {
        if (number == null) {
            throw new IllegalStateException("the page has no fallout");
        }
        return number;
    }

    public @Nullable FalloutView getFallout() {
        if (fallout == null && number != null) {
            load();
        }
        return fallout;
    }

    /** Whether the reader may act on it. */
    public boolean isActing() {
        FalloutView shown = getFallout();
        return shown != null && me.may(Right.HANDLE_FALLOUTS) && shown.open();
    }

    /** Whether the reader could take it over. */
    public boolean isTakeable() {
        FalloutView shown = getFallout();
        return isActing() && shown != null && !me.getUsername().equals(shown.owner());
    }

    public boolean isRetryable() {
        FalloutView shown = getFallout();
        return isActing() && shown != null && shown.retryable();
    }

    /** Who may take care. */
    public List<UserView> getCarers() {
        return fallouts.carers();
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public void setOwner(@Nullable String owner) {
        this.owner = owner;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
