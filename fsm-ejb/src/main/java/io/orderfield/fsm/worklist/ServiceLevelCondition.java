package io.orderfield.fsm.worklist;

import io.orderfield.fsm.servicelevel.SlaClock;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a list asks of the work order {@code w} for states of its {@link SlaClock}; some ask for {@code :now}, the time of the look. */
final class ServiceLevelCondition {
    private static final String COMPLETED = "w.state in (io.orderfield.fsm.workorder.WorkOrderState.CLOSED_COMPLETE,"
            + " io.orderfield.fsm.workorder.WorkOrderState.CLOSED_INCOMPLETE)";
    private static final String CANCELED = "w.state = io.orderfield.fsm.workorder.WorkOrderState.CANCELED";
    private static final String NOT_BREACHED = "w.serviceLevel.breachAt >= :now";

    private ServiceLevelCondition() {}

    /** @throws Refusal invalid for a name that is no state */
    static String of(Set<String> states) {
        return states.stream()
                .map(ServiceLevelCondition::state)
                .distinct()
                .sorted()
                .map(ServiceLevelCondition::condition)
                .collect(Collectors.joining(") or (", "((", "))"));
    }

    private static String condition(SlaClock.State state) {
        return switch (state) {
            case ON_TRACK -> "w.serviceLevel.riskAt > :now and " + NOT_BREACHED;
            case AT_RISK -> "w.serviceLevel.riskAt <= :now and " + NOT_BREACHED;
            case PAUSED ->
                "w.serviceLevel.heldSince is not null and w.serviceLevel.breachAt is null and w.wanted.due is not null";
            case BREACHED -> "w.serviceLevel.breachAt < :now or w.serviceLevel.missed = true";
            case MET -> "w.serviceLevel.missed = false and w.wanted.due is not null and " + COMPLETED;
            case NONE -> "w.wanted.due is null or " + CANCELED;
        };
    }

    private static SlaClock.State state(String name) {
        try {
            return SlaClock.State.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("sla", Sentence.of("field.serviceLevel").with("name", name));
        }
    }
}
