package io.orderfield.om.change;

import io.orderfield.kernel.Fingerprint;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinks;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.PlanStep.Cancel;
import io.orderfield.om.plan.PlanStep.Create;
import io.orderfield.om.plan.PlanStep.Nothing;
import io.orderfield.om.plan.PlanStep.Update;
import io.orderfield.om.plan.PlanStep.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what the steps of a plan would do, and what the plan was made from: the one way to every impact preview. */
final class Impact {
    private final List<ImpactRow> creates = new ArrayList<>();
    private final List<ImpactRow> updates = new ArrayList<>();
    private final List<ImpactRow> cancels = new ArrayList<>();
    private final List<ImpactRow> leaves = new ArrayList<>();
    private final StringBuilder basis = new StringBuilder();

    /** Something else that the preview was made from. */
    Impact basedOn(Object fact) {
        basis.append(fact).append('\n');
        return this;
    }

    /** The item, its domain orders and their links as they are. */
    Impact basedOn(OrderLineItem item, List<DomainOrder> ofItem, WorkOrderLinks links) {
        basedOn(item.number() + ' ' + item.revision());
        for (DomainOrder order : ofItem) {
            basedOn(order.number() + ' ' + order.revision());
            links.of(order)
                    .forEach(l -> basedOn(
                            l.key() + " " + l.state() + ' ' + l.requests().revision() + ' ' + l.snapshotRevision()));
        }
        return this;
    }

    /** What the steps would do to the work of one domain order. */
    Impact steps(DomainOrder order, boolean isNew, List<PlanStep> steps, List<WorkOrderLink> links) {
        Map<UUID, WorkOrderLink> byKey =
                links.stream().collect(Collectors.toMap(WorkOrderLink::key, Function.identity()));
        for (PlanStep step : steps) {
            if (step instanceof Create create) {
                creates.add(new ImpactRow(
                        isNew ? null : order.number(),
                        order.specification(),
                        order.location(),
                        null,
                        create.work().template(),
                        create.occurrence(),
                        null,
                        null,
                        List.of()));
            } else if (step instanceof Update update) {
                updates.add(row(
                        order,
                        Objects.requireNonNull(byKey.get(update.existing().key())),
                        null,
                        update.changes()));
            } else if (step instanceof Cancel cancel) {
                cancels.add(row(
                        order,
                        Objects.requireNonNull(byKey.get(cancel.existing().key())),
                        null,
                        List.of()));
            } else if (step instanceof Nothing nothing && isWorthTelling(nothing)) {
                leaves.add(row(
                        order,
                        Objects.requireNonNull(byKey.get(nothing.existing().key())),
                        nothing.why(),
                        nothing.changes()));
            }
        }
        return this;
    }

    /** Work that was done, and that a cancellation leaves. */
    Impact leavesDoneWork(DomainOrder order, List<WorkOrderLink> links) {
        links.stream()
                .filter(l -> l.state().isClosedByWork())
                .forEach(l -> leaves.add(row(order, l, Why.valueOf(l.state().name()), List.of())));
        return this;
    }

    /** @param differences what the change would change, old and new */
    ImpactView view(List<FieldChange> differences) {
        basedOn(List.of(creates, updates, cancels, leaves, differences));
        return new ImpactView(creates, updates, cancels, leaves, differences, etag());
    }

    private static boolean isWorthTelling(Nothing nothing) {
        return switch (nothing.why()) {
            case CLOSED_COMPLETE -> !nothing.changes().isEmpty();
            case CLOSED_INCOMPLETE, CANCELED_IN_FIELD_SERVICE, REFUSED ->
                nothing.work() != null || !nothing.changes().isEmpty();
            case UP_TO_DATE, GONE -> false;
        };
    }

    private static ImpactRow row(DomainOrder order, WorkOrderLink link, @Nullable Why why, List<FieldChange> changes) {
        return new ImpactRow(
                order.number(),
                order.specification(),
                order.location(),
                link.number(),
                link.template(),
                link.occurrence(),
                link.state().name(),
                why == null ? null : why.name(),
                changes);
    }

    private String etag() {
        return Fingerprint.of(basis.toString()).substring(0, 32);
    }
}
