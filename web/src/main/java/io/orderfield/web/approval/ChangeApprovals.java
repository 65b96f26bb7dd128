package io.orderfield.web.approval;

import io.orderfield.om.change.ImpactView;
import io.orderfield.om.change.PreviewedChangeService;
import io.orderfield.om.inflight.InflightChangeFilter;
import io.orderfield.om.inflight.InflightChangeService;
import io.orderfield.om.inflight.InflightChangeView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requested changes, the oldest first, to approve or refuse: each with old and new values and its impact on the work. */
@Named("changeApprovals")
@ViewScoped
public class ChangeApprovals implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    @Inject
    ApprovalsPage page;

    @Inject
    InflightChangeService changes;

    @Inject
    PreviewedChangeService previewed;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private @Nullable String number;
    private @Nullable String seenImpact;
    private @Nullable String reason;
    private transient @Nullable List<InflightChangeView> waiting;
    private transient @Nullable InflightChangeView chosen;
    private transient @Nullable ImpactView impact;
    private @Nullable String obstacle;

    public List<InflightChangeView> getWaiting() {
        List<InflightChangeView> known = waiting;
        if (known == null) {
            known = changes.list(InflightChangeFilter.waiting(), 0, MOST);
            waiting = known;
        }
        return known;
    }

    /** How many wait in all, even where the page shows the first of them. */
    public long getCount() {
        return changes.count(InflightChangeFilter.waiting());
    }

    /** Shows what is asked for, and what it would do. */
    public void choose(String change) {
        page.forgetChoice();
        number = change;
        reason = null;
        show();
    }

    /** Approves what was shown; the manager looks again when the work has moved on since. */
    public void approve() {
        String change = Chosen.number(number);
        Optional<Problem> refused = decisions.attempt(
                "change.approved", () -> previewed.approve(change, Objects.toString(seenImpact, "")), change);
        decided(refused);
    }

    public void refuse() {
        String change = Chosen.number(number);
        Optional<Problem> refused = decisions.attempt(
                "change.refused", () -> changes.refuse(change, Objects.toString(reason, ""), null), change);
        decided(refused);
    }

    private void decided(Optional<Problem> refused) {
        waiting = null;
        if (refused.isPresent()) {
            show(); // what is current
        } else {
            forget();
        }
    }

    void forget() {
        number = null;
        chosen = null;
        impact = null;
        seenImpact = null;
        obstacle = null;
        reason = null;
    }

    private void show() {
        String change = number;
        if (change == null) {
            return;
        }
        chosen = decisions.orErrorPage(() -> changes.find(change));
        impact = null;
        Optional<Problem> refused = decisions.quietly(() -> impact = previewed.impactOfChange(change));
        obstacle = refused.map(problem -> texts.of(problem.detail())).orElse(null);
        seenImpact = impact == null ? null : impact.etag();
    }

    public @Nullable InflightChangeView getChosen() {
        if (chosen == null && number != null) {
            show();
        }
        return chosen;
    }

    public @Nullable ImpactView getImpact() {
        return impact;
    }

    /** Why it can't be approved any more; null when it can. */
    public @Nullable String getObstacle() {
        return obstacle;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
