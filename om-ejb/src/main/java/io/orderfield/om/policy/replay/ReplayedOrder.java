package io.orderfield.om.policy.replay;

import io.orderfield.om.plan.ExistingWork;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.plan.WorkOrderPlan;
import io.orderfield.om.policy.replay.WorkAtStake.Existing;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.WorkOrderPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A domain order as a replay needs it, and what a draft would do to it: pure, it asks nobody.
 *
 * @param isOpen whether it is neither closed nor canceled
 * @param date of its decision
 * @param kept the facts of its decision; null where they were not kept
 * @param today its facts of today; null where nobody needs them
 * @param existing the work orders that there are, of an open one
 */
record ReplayedOrder(
        String number,
        String customerOrder,
        String specification,
        boolean isOpen,
        int tableVersion,
        LocalDate date,
        @Nullable PolicyFacts kept,
        @Nullable PolicyFacts today,
        boolean isPastPointOfNoReturn,
        List<Existing> existing) {

    /**
     * One difference.
     *
     * @param isAlreadySo whether the version that decides now wants that, too: then it isn't this draft that brings it
     */
    record Line(ReplayFacts facts, WorkDifference difference, WorkAtStake stake, boolean isAlreadySo) {
        private Line on(ReplayFacts other) {
            return new Line(other, difference, stake, isAlreadySo);
        }
    }

    /**
     * What a draft would do: on the facts that were kept, and for an open one on those of today as well.
     *
     * @param decided the version that decided it
     * @param serving the version that decides now
     */
    List<Line> replay(WorkOrderPolicy decided, WorkOrderPolicy serving, WorkOrderPolicy draft) {
        PolicyFacts now = today;
        PolicyFacts decidedOn = kept;
        if (decidedOn == null) {
            return now == null
                    ? List.of()
                    : differences(ReplayFacts.NOT_KEPT, works(decided, now), now, serving, draft);
        }
        Map<String, ReplayedWork> was = works(decided, decidedOn);
        List<Line> lines = differences(ReplayFacts.KEPT, was, decidedOn, serving, draft);
        if (!isOpen || now == null) {
            return lines;
        }
        return merged(
                lines,
                now.equals(decidedOn)
                        ? lines.stream().map(line -> line.on(ReplayFacts.TODAY)).toList()
                        : differences(ReplayFacts.TODAY, was, now, serving, draft));
    }

    private List<Line> differences(
            ReplayFacts basis,
            Map<String, ReplayedWork> was,
            PolicyFacts facts,
            WorkOrderPolicy serving,
            WorkOrderPolicy draft) {
        List<RowMatch> rows = draft.decide(facts, date);
        List<WorkDifference> differences = WorkDifference.between(was, ReplayedWork.of(rows, facts.quantity()));
        if (differences.isEmpty()) {
            return List.of();
        }
        Map<String, ReplayedWork> now = works(serving, facts);
        Map<String, List<Existing>> unwanted = unwanted(rows, facts.quantity());
        return differences.stream()
                .map(difference -> new Line(
                        basis,
                        difference,
                        WorkAtStake.of(
                                unwanted.getOrDefault(Objects.requireNonNullElse(difference.template(), ""), List.of()),
                                isPastPointOfNoReturn),
                        difference.isWantedBy(now)))
                .toList();
    }

    private Map<String, ReplayedWork> works(WorkOrderPolicy policy, PolicyFacts facts) {
        return ReplayedWork.of(policy.decide(facts, date), facts.quantity());
    }

    /** The open work orders that the plan would cancel, by template. */
    private Map<String, List<Existing>> unwanted(List<RowMatch> rows, int quantity) {
        if (!isOpen || existing.isEmpty()) {
            return Map.of();
        }
        Set<UUID> canceled =
                WorkOrderPlan.unwanted(
                                WantedWork.of(rows, quantity),
                                existing.stream().map(Existing::work).toList())
                        .stream()
                        .map(ExistingWork::key)
                        .collect(Collectors.toSet());
        Map<String, List<Existing>> byTemplate = new LinkedHashMap<>();
        existing.stream().filter(one -> canceled.contains(one.work().key())).forEach(one -> byTemplate
                .computeIfAbsent(one.work().template(), template -> new ArrayList<>())
                .add(one));
        return byTemplate;
    }

    /** The same difference on both facts is one line. */
    private static List<Line> merged(List<Line> kept, List<Line> today) {
        List<Line> merged = new ArrayList<>();
        List<Line> rest = new ArrayList<>(today);
        for (Line line : kept) {
            merged.add(rest.remove(line.on(ReplayFacts.TODAY)) ? line.on(ReplayFacts.BOTH) : line);
        }
        merged.addAll(rest);
        return merged;
    }
}
