package io.orderfield.om.fieldevents;

import static java.util.Objects.requireNonNull;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmSentences;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.Provenance;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.inflight.RequestedChanges;
import io.orderfield.om.plan.LinkState;
import io.orderfield.om.policy.Policies;
import io.orderfield.rules.PointOfNoReturnTrigger;
import io.orderfield.rules.TableShape;
import jakarta.inject.Inject;
import java.time.Instant;

/** Takes an item past the point of no return when a work order reaches the state that its row of the table names. */
@Shared
public class PointOfNoReturn {
    private final Activity activity;
    private final OutsideEvents outside;
    private final RequestedChanges requested;
    private final Policies policies;

    @Inject
    public PointOfNoReturn(Activity activity, OutsideEvents outside, RequestedChanges requested, Policies policies) {
        this.activity = activity;
        this.outside = outside;
        this.requested = requested;
        this.policies = policies;
    }

    /** Looks at a work order whose state was just reported; item and domain order are locked. */
    void consider(WorkOrderLink link, DomainOrder order, OrderLineItem item, Instant at) {
        // effective when Order Management records it, and in progress or on hold only: later it has no meaning
        if (!isReached(link.provenance().pointOfNoReturn(), link.state())
                || !item.state().isInProgress()) {
            return;
        }
        Sentence row = row(link.provenance());
        String by = OmSentences.english(row);
        if (item.passPointOfNoReturn(by, null, at)) {
            activity.byWorkOrder(order, "point-of-no-return", link, row, at);
            outside.pointOfNoReturnPassed(order, at);
            requested.endPastPointOfNoReturn(item, by, at);
        }
    }

    /** The row that named the trigger: its number, as it was in that version, and its id, by which it is found in others. */
    private Sentence row(Provenance decided) {
        Integer version = requireNonNull(decided.tableVersion(), "a row of the table named the trigger");
        int number = decided.tableRows().get(0);
        return Sentence.of("note.byRow")
                .with(
                        "row",
                        Sentence.of("note.byTable").with("version", version).with("row", number))
                .with("id", policies.rowIds(version).get(number - 1))
                .with("table", TableShape.WORK_ORDER_POLICY.code());
    }

    static boolean isReached(PointOfNoReturnTrigger trigger, LinkState state) {
        return switch (trigger) {
            case NEVER -> false;
            case ON_ASSIGNMENT -> state.hasReached(LinkState.ASSIGNED);
            case ON_ACCEPTANCE -> state.hasReached(LinkState.ACCEPTED);
            case ON_WORK_START -> state.hasReached(LinkState.WORK_IN_PROGRESS);
        };
    }
}
