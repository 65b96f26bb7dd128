package io.orderfield.web.domainorder;

import io.orderfield.om.change.DecisionService;
import io.orderfield.om.change.DecisionView;
import io.orderfield.om.change.DomainOrderChangeService;
import io.orderfield.om.change.ImpactView;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.rules.TableShape;
import io.orderfield.web.ui.Chosen;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plan behind a domain order's work: why it is as it is, hold, planning again, and what was refused. */
@Named("domainOrderPlan")
@ViewScoped
public class DomainOrderPlanPage extends DomainOrderDecisions {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ROWS = 30;

    @Inject
    DomainOrderChangeService changes;

    @Inject
    DecisionService explanations;

    private @Nullable String seenImpact;
    private boolean explaining;
    private @Nullable UUID chosenWork;
    private transient @Nullable ImpactView impact;
    private transient @Nullable DecisionView decision;
    private transient @Nullable List<DecisionView.Row> rows;

    public void hold() {
        decide("domainOrder.held", () -> changes.hold(number(), getReason(), version()));
    }

    public void resume() {
        decide("domainOrder.resumed", () -> changes.resume(number(), version()));
    }

    /** Opens the explanation. */
    public void explain() {
        explaining = true;
        decision = null;
        rows = null;
    }

    public DecisionView getDecision() {
        DecisionView known = decision;
        if (known == null) {
            known = explanations.decision(number());
            decision = known;
        }
        return known;
    }

    /** Code of the decision table that decides about the work. */
    public String getTable() {
        return TableShape.WORK_ORDER_POLICY.code();
    }

    /** The rows that match and those that come closest. */
    public List<DecisionView.Row> getRows() {
        List<DecisionView.Row> known = rows;
        if (known == null) {
            known = explanations.rows(number(), null).stream().limit(MOST_ROWS).toList();
            rows = known;
        }
        return known;
    }

    /** How many rows are not shown. */
    public int getMoreRows() {
        return Math.max(0, getDecision().rows() - getRows().size());
    }

    /** Opens the preview of planning again. */
    public void previewReplanning() {
        setReason(null);
        impact = null;
        decisions.quietly(() -> impact = changes.impactOfReplanning(number())).ifPresent(decisions::tell);
        seenImpact = impact == null ? null : impact.etag();
    }

    /** Plans again, unless the work has moved on since the preview. */
    public void replan() {
        boolean refused = decisions
                .attempt(
                        "domainOrder.replanned",
                        () -> changes.replan(number(), getReason(), Objects.toString(seenImpact, ""), null),
                        number())
                .isPresent();
        if (refused) {
            String given = getReason();
            previewReplanning(); // what it would do now
            setReason(given);
        }
        page.load();
    }

    public void retry(WorkOrderLinkView link) {
        decide("domainOrder.retried", () -> changes.retryRefusedWorkOrder(number(), link.key(), version()));
    }

    /** Opens the waiver of a refused work order. */
    public void openWaiver(WorkOrderLinkView link) {
        chosenWork = link.key();
        open(link.templateName() == null ? link.template() : link.templateName());
    }

    public void waive() {
        UUID key = Chosen.key(chosenWork);
        decide("domainOrder.waived", () -> changes.waiveRefusedWorkOrder(number(), key, written(), version()));
    }

    private boolean allows(String action) {
        DomainOrderView shown = page.getOrder();
        return shown != null && shown.allows(action);
    }

    /** Whether the reader may put it on hold; one that is on hold with its customer order is shown as held. */
    public boolean isHoldable() {
        return allows("hold") && !order().onHold();
    }

    /** Whether the reader may end the domain order's own hold; that of its customer order is ended there. */
    public boolean isResumable() {
        return allows("resume");
    }

    public boolean isReplannable() {
        return allows("replan");
    }

    /** Whether the explanation was asked for. */
    public boolean isExplaining() {
        return explaining;
    }

    public @Nullable ImpactView getImpact() {
        return impact;
    }
}
