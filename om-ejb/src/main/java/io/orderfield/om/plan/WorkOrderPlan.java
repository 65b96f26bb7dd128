package io.orderfield.om.plan;

import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.plan.PlanStep.Cancel;
import io.orderfield.om.plan.PlanStep.Create;
import io.orderfield.om.plan.PlanStep.Nothing;
import io.orderfield.om.plan.PlanStep.Update;
import io.orderfield.om.plan.PlanStep.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The work order plan of one domain order: what is wanted against what exists, and the steps from one to the other. The one
 * algorithm for approval, change, cancellation and preview. It has no state and asks nobody: equal input, equal steps; and
 * once the steps are taken, the next plan has none.
 *
 * <p>A template's work orders sit in <em>slots</em> (occurrence 1, 2, …), each with its newest generation. A slot is taken
 * while its newest generation is open or was ended by Field Service; it is vacant when there is none or Order Management
 * canceled it. With more taken slots than wanted, the least advanced give way first, then the highest occurrence; with
 * fewer, the lowest vacant slots are filled, each with its next generation.
 */
public final class WorkOrderPlan {
    /** Keeps the longest: the most advanced, then the lowest occurrence. */
    private static final Comparator<ExistingWork> KEPT_FIRST = Comparator.comparing(
                    ExistingWork::state, Comparator.reverseOrder())
            .thenComparingInt(ExistingWork::occurrence);

    private WorkOrderPlan() {}

    /** Builds the data that a work order is to have. */
    public interface DataSource {
        /** @param work what the table wants of the template; null for a work order that the table did not want */
        WorkOrderData dataFor(String template, @Nullable WantedWork work);
    }

    /**
     * The steps to what is wanted: cancels first, then updates, then creations.
     *
     * @param wanted at most one entry per template
     * @param existing every work order link of the domain order
     */
    public static List<PlanStep> steps(List<WantedWork> wanted, Collection<ExistingWork> existing, DataSource source) {
        Map<String, WantedWork> wantedByTemplate = new LinkedHashMap<>();
        for (WantedWork work : wanted) {
            if (wantedByTemplate.put(work.template(), work) != null) {
                throw new IllegalArgumentException("the template " + work.template() + " is wanted twice");
            }
        }
        Map<String, List<ExistingWork>> slots = newestGenerations(existing);
        List<PlanStep> steps = new ArrayList<>();
        wantedByTemplate.forEach(
                (template, work) -> fill(work, slots.getOrDefault(template, List.of()), source, steps));
        slots.forEach((template, taken) -> {
            if (!wantedByTemplate.containsKey(template)) {
                taken.forEach(e -> steps.add(withoutNeed(e)));
            }
        });
        existing.stream()
                .filter(e -> e.origin() != LinkOrigin.PLAN)
                .forEach(e -> steps.add(keep(e, null, source.dataFor(e.template(), null))));
        steps.sort(Comparator.comparingInt(WorkOrderPlan::rank));
        return List.copyOf(steps);
    }

    /** The steps to a domain order without any work, whatever wanted it: its item or its order is canceled. */
    public static List<PlanStep> stepsToNothing(Collection<ExistingWork> existing) {
        return existing.stream().map(WorkOrderPlan::withoutNeed).toList();
    }

    /**
     * The open work orders that the steps to what is wanted would cancel.
     *
     * @param wanted at most one entry per template
     * @param existing every work order link of the domain order
     */
    public static List<ExistingWork> unwanted(List<WantedWork> wanted, Collection<ExistingWork> existing) {
        Map<String, Integer> numbers =
                wanted.stream().collect(Collectors.toMap(WantedWork::template, WantedWork::number));
        List<ExistingWork> unwanted = new ArrayList<>();
        newestGenerations(existing).forEach((template, slots) -> {
            List<ExistingWork> taken = taken(slots);
            int kept = Math.min(numbers.getOrDefault(template, 0), taken.size());
            taken.subList(kept, taken.size()).stream()
                    .filter(ExistingWork::isOpen)
                    .forEach(unwanted::add);
        });
        return unwanted;
    }

    private static Map<String, List<ExistingWork>> newestGenerations(Collection<ExistingWork> existing) {
        Map<String, Map<Integer, ExistingWork>> newest = new TreeMap<>();
        for (ExistingWork e : existing) {
            if (e.origin() == LinkOrigin.PLAN) {
                newest.computeIfAbsent(e.template(), t -> new TreeMap<>())
                        .merge(e.occurrence(), e, (a, b) -> a.generation() > b.generation() ? a : b);
            }
        }
        Map<String, List<ExistingWork>> slots = new TreeMap<>();
        newest.forEach((template, bySlot) -> slots.put(template, List.copyOf(bySlot.values())));
        return slots;
    }

    private static void fill(WantedWork work, List<ExistingWork> slots, DataSource source, List<PlanStep> steps) {
        WorkOrderData data = source.dataFor(work.template(), work);
        List<ExistingWork> taken = taken(slots);
        int kept = Math.min(work.number(), taken.size());
        taken.subList(0, kept).forEach(e -> steps.add(keep(e, work, data)));
        taken.subList(kept, taken.size()).forEach(e -> steps.add(withoutNeed(e)));

        Map<Integer, ExistingWork> bySlot = new HashMap<>();
        slots.forEach(e -> bySlot.put(e.occurrence(), e));
        int missing = work.number() - kept;
        for (int occurrence = 1; missing > 0; occurrence++) {
            ExistingWork before = bySlot.get(occurrence);
            if (before == null || before.isVacated()) {
                steps.add(new Create(work, occurrence, before == null ? 1 : before.generation() + 1, data));
                missing--;
            }
        }
    }

    /** Those whose places are taken, in the order in which they are kept. */
    private static List<ExistingWork> taken(List<ExistingWork> slots) {
        List<ExistingWork> taken = new ArrayList<>(slots);
        taken.removeIf(ExistingWork::isVacated);
        taken.sort(KEPT_FIRST);
        return taken;
    }

    private static PlanStep keep(ExistingWork e, @Nullable WantedWork work, WorkOrderData data) {
        List<FieldChange> changes = e.data().differencesTo(data);
        if (e.state() == LinkState.CLOSED_COMPLETE) {
            return new Nothing(e, work, Why.CLOSED_COMPLETE, changes);
        }
        if (e.state() == LinkState.CLOSED_INCOMPLETE) {
            return new Nothing(e, work, Why.CLOSED_INCOMPLETE, changes);
        }
        if (e.canceledHere()) {
            return new Nothing(e, work, Why.GONE, List.of());
        }
        if (e.state() == LinkState.CANCELED) {
            return new Nothing(e, work, Why.CANCELED_IN_FIELD_SERVICE, changes);
        }
        if (e.state() == LinkState.REFUSED) {
            return new Nothing(e, work, Why.REFUSED, changes);
        }
        return changes.isEmpty() ? new Nothing(e, work, Why.UP_TO_DATE, List.of()) : new Update(e, work, data, changes);
    }

    private static PlanStep withoutNeed(ExistingWork e) {
        return e.isOpen() ? new Cancel(e) : new Nothing(e, null, Why.GONE, List.of());
    }

    private static int rank(PlanStep step) {
        if (step instanceof Cancel) {
            return 0;
        }
        if (step instanceof Update) {
            return 1;
        }
        return step instanceof Create ? 2 : 3;
    }
}
