package io.orderfield.fsm.workorder;

import static io.orderfield.fsm.workorder.WorkOrderTaskState.ACCEPTED;
import static io.orderfield.fsm.workorder.WorkOrderTaskState.ASSIGNED;
import static io.orderfield.fsm.workorder.WorkOrderTaskState.CANCELED;
import static io.orderfield.fsm.workorder.WorkOrderTaskState.CLOSED_COMPLETE;
import static io.orderfield.fsm.workorder.WorkOrderTaskState.CLOSED_INCOMPLETE;
import static io.orderfield.fsm.workorder.WorkOrderTaskState.DRAFT;
import static io.orderfield.fsm.workorder.WorkOrderTaskState.PENDING_DISPATCH;
import static io.orderfield.fsm.workorder.WorkOrderTaskState.WORK_IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RollUpTest {
    @Test
    void asksTheRulesInTheirOrder() {
        assertThat(RollUp.of(List.of(CANCELED, CANCELED))).isEqualTo(WorkOrderState.CANCELED);
        assertThat(RollUp.of(List.of(CLOSED_COMPLETE, CLOSED_INCOMPLETE))).isEqualTo(WorkOrderState.CLOSED_INCOMPLETE);
        assertThat(RollUp.of(List.of(CANCELED, CLOSED_INCOMPLETE))).isEqualTo(WorkOrderState.CLOSED_INCOMPLETE);
        assertThat(RollUp.of(List.of(CLOSED_COMPLETE, CANCELED))).isEqualTo(WorkOrderState.CLOSED_COMPLETE);
        assertThat(RollUp.of(List.of(WORK_IN_PROGRESS, ASSIGNED))).isEqualTo(WorkOrderState.WORK_IN_PROGRESS);
        assertThat(RollUp.of(List.of(CLOSED_COMPLETE, PENDING_DISPATCH))).isEqualTo(WorkOrderState.WORK_IN_PROGRESS);
        assertThat(RollUp.of(List.of(PENDING_DISPATCH, ACCEPTED, ASSIGNED))).isEqualTo(WorkOrderState.ACCEPTED);
        assertThat(RollUp.of(List.of(PENDING_DISPATCH, ASSIGNED))).isEqualTo(WorkOrderState.ASSIGNED);
        assertThat(RollUp.of(List.of(PENDING_DISPATCH))).isEqualTo(WorkOrderState.QUALIFIED);
        assertThat(RollUp.of(List.of(DRAFT))).isEqualTo(WorkOrderState.AWAITING_QUALIFICATION);
    }

    @Test
    void needsAtLeastOneTask() {
        assertThatIllegalArgumentException().isThrownBy(() -> RollUp.of(List.of()));
    }

    /** Any life of up to four tasks: the roll-up never asks for a transition that the work order's table doesn't have. */
    @RepeatedTest(200)
    void everyStepOfATaskIsAStepOfTheWorkOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<WorkOrderTaskState> tasks = new ArrayList<>(Collections.nCopies(1 + random.nextInt(4), PENDING_DISPATCH));
        WorkOrderState state = RollUp.of(tasks);
        while (tasks.stream().anyMatch(t -> !t.isClosed())) {
            int task = random.nextInt(tasks.size());
            List<WorkOrderTaskState> next = Arrays.stream(WorkOrderTaskState.values())
                    .filter(tasks.get(task)::canBecome)
                    .toList();
            if (!next.isEmpty()) {
                tasks.set(task, next.get(random.nextInt(next.size())));
                WorkOrderState after = RollUp.of(tasks);
                assertThat(after == state || state.canBecome(after))
                        .as("%s to %s by %s", state, after, tasks)
                        .isTrue();
                state = after;
            }
        }
        assertThat(state.isClosed()).isTrue();
    }

    /** Said in other words than the code says it. */
    @RepeatedTest(200)
    void agreesWithTheRulesSaidDifferently(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<WorkOrderTaskState> tasks = random.ints(1 + random.nextInt(5), 0, WorkOrderTaskState.values().length)
                .mapToObj(i -> WorkOrderTaskState.values()[i])
                .toList();
        WorkOrderState state = RollUp.of(tasks);
        long closed = tasks.stream().filter(WorkOrderTaskState::isClosed).count();
        long canceled = Collections.frequency(tasks, CANCELED);

        assertThat(state.isClosed()).isEqualTo(closed == tasks.size());
        assertThat(state == WorkOrderState.CANCELED).isEqualTo(canceled == tasks.size());
        assertThat(state == WorkOrderState.CLOSED_INCOMPLETE)
                .isEqualTo(closed == tasks.size() && tasks.contains(CLOSED_INCOMPLETE));
        assertThat(state == WorkOrderState.WORK_IN_PROGRESS)
                .isEqualTo(closed < tasks.size() && (closed > 0 || tasks.contains(WORK_IN_PROGRESS)));
        assertThat(state == WorkOrderState.ACCEPTED)
                .isEqualTo(closed == 0 && !tasks.contains(WORK_IN_PROGRESS) && tasks.contains(ACCEPTED));
    }
}
