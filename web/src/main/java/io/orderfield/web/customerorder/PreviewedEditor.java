package io.orderfield.web.customerorder;

import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.change.PreviewedChangeService;
import io.orderfield.om.inflight.InflightChangeService;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.settings.Approval;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.MeanwhileChanged;
import io.orderfield.web.ui.Texts;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the dialogs have in common in which an order or one of its items is edited (in a draft) or revised (in progress): a
 * revision shows its impact on the work orders first, and somebody else's change is shown beside the reader's.
 *
 * @param <I> the impact
 */
public abstract class PreviewedEditor<I> implements Serializable {
    private static final long serialVersionUID = 1L;
    static final int STALE = 412;

    @Inject
    CustomerOrderPage page;

    @Inject
    CatalogService catalog;

    @Inject
    CustomerOrderService orders;

    @Inject
    PreviewedChangeService previewed;

    @Inject
    InflightChangeService changes;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private boolean draft;
    private @Nullable MeanwhileChanged meanwhile;
    private @Nullable String seenImpact;
    private transient @Nullable I impact;

    /** Marks the fields with what is wrong with them. */
    abstract void mark(Problem refusal);

    /** Saves a draft. */
    public abstract void save();

    /** Shows what a revision would do. Nothing happens yet. */
    public abstract void preview();

    /** Opens the dialog for an order that is in draft or not. */
    void start(boolean inDraft) {
        draft = inDraft;
        forgetPreview();
    }

    /** Shows the impact; {@code etag} says whether it is still the same when the reader confirms. */
    void show(@Nullable I found, @Nullable String etag) {
        impact = found;
        seenImpact = etag;
    }

    void refused(Problem refusal) {
        mark(refusal);
        decisions.tell(refusal);
        if (!refusal.errors().isEmpty()) {
            forgetPreview();
        }
    }

    void forgetPreview() {
        meanwhile = null;
        impact = null;
        seenImpact = null;
    }

    /** Shows what somebody else changed. */
    void show(MeanwhileChanged theirs) {
        meanwhile = theirs;
    }

    /** Goes on with the reader's values over the other's, which the reader has seen. */
    void goOn() {
        meanwhile = null;
        if (draft) {
            save();
        } else {
            preview();
        }
    }

    /** Back to the fields. */
    public void change() {
        forgetPreview();
    }

    String seenImpact() {
        return seenImpact == null ? "" : seenImpact;
    }

    /** What the revision would do; null while nobody asked. */
    public @Nullable I getImpact() {
        return impact;
    }

    /** What somebody else changed since the dialog was opened; null when nobody did. */
    public @Nullable MeanwhileChanged getMeanwhile() {
        return meanwhile;
    }

    /** Whether it is saved at once: an order in progress shows the impact on its work first. */
    public boolean isSaved() {
        return draft;
    }

    /** Whether a change waits for the manager first. */
    public boolean isForApproval() {
        return !draft && changes.approval() == Approval.MANAGER;
    }

    /** Whether the impact is being shown. */
    public boolean isPreviewing() {
        return impact != null;
    }
}
