package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.web.ui.Decisions;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the parts of a domain order's page have in common that decide something, some with a reason in a dialog. */
public abstract class DomainOrderDecisions implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    DomainOrderPage page;

    @Inject
    Decisions decisions;

    private @Nullable String reason;
    private @Nullable String chosenTemplate;

    /** Decides, and reads what is current. */
    void decide(String done, Runnable decided) {
        if (decisions.attempt(done, decided, number()).isEmpty()) {
            reason = null;
        }
        page.load();
    }

    /** A dialog is about the work of this template; null where it is about no template. */
    void open(@Nullable String template) {
        chosenTemplate = template;
        reason = null;
    }

    DomainOrderView order() {
        return Objects.requireNonNull(page.getOrder(), "the page has no domain order");
    }

    String number() {
        return order().number();
    }

    long version() {
        return order().version();
    }

    /** A missing reason is refused by the service, which knows the rule. */
    String written() {
        return Objects.toString(reason, "");
    }

    public @Nullable String getChosenTemplate() {
        return chosenTemplate;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
