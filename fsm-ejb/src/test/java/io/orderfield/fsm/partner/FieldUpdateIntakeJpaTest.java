package io.orderfield.fsm.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldError;
import io.orderfield.messaging.contract.WorkOrderTaskUpdate;
import io.orderfield.messaging.contract.WorkOrderTaskUpdateRefused;
import io.orderfield.messaging.contract.WorkOrderTaskUpdated;
import io.orderfield.messaging.delivery.OutsideMessage;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

@WithDatabase(schemas = "fsm", unit = "fsm")
class FieldUpdateIntakeJpaTest {
    private static final String SYSTEM = "field-system";

    private Bench bench;
    private String task = "";

    @DatabaseTest
    void aContractorsVisitIsReportedByItsSystem(TestDatabase database) {
        WorkOrderView work = assigned(database);

        for (String action : new String[] {"accept", "travel", "arrive", "start", "pause", "resume"}) {
            assertThat(done(send(update(action)))).isFalse();
        }
        UUID item = bench.find(work.key()).tasks().get(0).checklist().get(0).id();
        send(new WorkOrderTaskUpdate(reference(), task, "tick", null, null, null, item, true));
        send(new WorkOrderTaskUpdate(reference(), task, "note", null, null, "Dog in the yard", null, null));
        WorkOrderTaskUpdated answer = (WorkOrderTaskUpdated)
                send(new WorkOrderTaskUpdate(reference(), task, "complete", null, "complete", "Works", null, null));

        assertThat(answer.state()).isEqualTo("CLOSED_COMPLETE");
        assertThat(answer.workOrder()).isEqualTo(work.number());
        assertThat(bench.find(work.key()).state()).isEqualTo("CLOSED_COMPLETE");
        assertThat(bench.sent.entriesOf(work.key()))
                .filteredOn(e -> e.kind().equals("note"))
                .singleElement()
                .satisfies(e -> assertThat(e.author()).isEqualTo(SYSTEM))
                .satisfies(e -> assertThat(e.text()).isEqualTo("Dog in the yard"));
    }

    @DatabaseTest
    void aRepeatDoesNothingAgain(TestDatabase database) {
        WorkOrderView work = assigned(database);
        WorkOrderTaskUpdate accept = update("accept");
        send(accept);
        send(update("start"));
        int told = bench.sent.about(work.key()).size();

        WorkOrderTaskUpdated again = (WorkOrderTaskUpdated) send(accept);

        assertThat(again.repeated()).isTrue();
        assertThat(again.state()).isEqualTo("WORK_IN_PROGRESS");
        assertThat(bench.sent.about(work.key())).hasSize(told);
        WorkOrderTaskUpdate other =
                new WorkOrderTaskUpdate(accept.reference(), task, "pause", null, null, null, null, null);
        assertThat(refusal(send(other))).isEqualTo("reference-reused");
    }

    @DatabaseTest
    void whatWasRefusedCanBeSentAgainUnderItsReference(TestDatabase database) {
        assigned(database);
        send(update("accept"));
        send(update("start"));
        WorkOrderTaskUpdate complete =
                new WorkOrderTaskUpdate(reference(), task, "complete", null, "complete", null, null, null);

        WorkOrderTaskUpdateRefused no = (WorkOrderTaskUpdateRefused) send(complete);
        assertThat(no.code()).isEqualTo("checklist-incomplete");
        assertThat(no.errors()).containsExactly(new FieldError("checklist", "Signal measured"));
        bench.doAs(SYSTEM, s -> s.tasks.find(task).checklist().forEach(i -> s.tasks.tick(task, i.id(), true, null)));

        assertThat(done(send(complete))).isFalse();
    }

    @DatabaseTest
    void aSystemActsForItsOwnTechniciansOnly(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView ours = bench.inState(WorkOrderState.ASSIGNED);
        task = ours.tasks().get(0).number();

        assertThat(refusal(send(update("accept")))).isEqualTo("not-found");
        assertThat(refusal(send("somebody-else", update("accept")))).isEqualTo("unknown-field-system");
        assertThat(bench.find(ours.key()).state()).isEqualTo("ASSIGNED");
    }

    @DatabaseTest
    void saysWhatIsWrongWithAnUpdate(TestDatabase database) {
        assigned(database);

        assertThat(errorAt(new WorkOrderTaskUpdate(null, task, "accept", null, null, null, null, null)))
                .isEqualTo("reference");
        assertThat(errorAt(new WorkOrderTaskUpdate("x".repeat(201), task, "accept", null, null, null, null, null)))
                .isEqualTo("reference");
        assertThat(errorAt(new WorkOrderTaskUpdate(reference(), null, "accept", null, null, null, null, null)))
                .isEqualTo("task");
        assertThat(errorAt(update("fly"))).isEqualTo("action");
        assertThat(errorAt(update("refuse"))).isEqualTo("reason");
        assertThat(errorAt(update("complete"))).isEqualTo("closeCode");
        assertThat(errorAt(update("tick"))).isEqualTo("checklistItem");
        assertThat(errorAt(update("note"))).isEqualTo("text");
        assertThat(refusal(send(update("start")))).isEqualTo("wrong-state");
    }

    @DatabaseTest
    void readsOnceForWhomTheSystemActs(TestDatabase database) {
        assigned(database);
        WorkOrderTaskUpdate accept = update("accept");
        List<String> asked = new ArrayList<>();

        bench.doAs(SYSTEM, s -> {
            s.entityManager.unwrap(Session.class).getEventManager().addListener(new SessionEventAdapter() {
                @Override
                public void postExecuteCall(SessionEvent event) {
                    if (event.getCall() instanceof DatabaseCall call && call.getSQLString() != null) {
                        asked.add(call.getSQLString());
                    }
                }
            });
            s.fieldUpdates.apply(message(SYSTEM, accept), accept);
        });

        assertThat(asked)
                .filteredOn(sql -> sql.matches("(?is).* from fsm\\.technician\\b.* where .*field_system.*"))
                .hasSize(1);
        assertThat(bench.as(SYSTEM, s -> s.tasks.find(task)).state()).isEqualTo("ACCEPTED");
    }

    @DatabaseTest
    void whatFailsLeavesNoTraceOfItsReference(TestDatabase database) {
        WorkOrderView work = assigned(database);
        WorkOrderTaskUpdate accept = update("accept");

        assertThatThrownBy(() -> bench.doAs(SYSTEM, s -> {
                    s.fieldUpdates.apply(message(SYSTEM, accept), accept);
                    throw new IllegalStateException("after it");
                }))
                .hasMessage("after it");

        assertThat(bench.find(work.key()).state()).isEqualTo("ASSIGNED");
        assertThat(done(send(accept))).isFalse();
    }

    private WorkOrderView assigned(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView work = bench.workOrder("ONT-INSTALL");
        task = work.tasks().get(0).number();
        bench.assign(task, "contractor");
        return work;
    }

    private WorkOrderTaskUpdate update(String action) {
        return new WorkOrderTaskUpdate(reference(), task, action, null, null, null, null, null);
    }

    private static String reference() {
        return "crew/" + UUID.randomUUID();
    }

    private Record send(WorkOrderTaskUpdate update) {
        return send(SYSTEM, update);
    }

    /** The answer, each decision in a transaction of its own, as the container would. */
    private Record send(String user, WorkOrderTaskUpdate update) {
        Record[] answer = new Record[1];
        FieldUpdateIntake intake = new FieldUpdateIntake() {
            @Override
            public void apply(OutsideMessage<WorkOrderTaskUpdate> from, WorkOrderTaskUpdate what) {
                in(s -> s.fieldUpdates.apply(from, what));
            }

            @Override
            public void refuse(OutsideMessage<WorkOrderTaskUpdate> from, Refusal refusal) {
                in(s -> s.fieldUpdates.refuse(from, refusal));
            }

            private void in(Consumer<Bench.Session> work) {
                bench.doAs("nobody", s -> {
                    work.accept(s);
                    answer[0] = s.answers.get(0);
                });
            }
        };
        // to receive takes no more than the caller; what is decided is decided above
        Injected.into(intake, null, null, null, null, null, bench.caller, null).receive(message(user, update));
        return answer[0];
    }

    private static OutsideMessage<WorkOrderTaskUpdate> message(String user, @Nullable WorkOrderTaskUpdate update) {
        return new OutsideMessage<>(user, "reply." + user + ".updates", "c-1", update, null);
    }

    private static boolean done(Record answer) {
        assertThat(answer).isInstanceOf(WorkOrderTaskUpdated.class);
        return ((WorkOrderTaskUpdated) answer).repeated();
    }

    private static String refusal(Record answer) {
        assertThat(answer).isInstanceOf(WorkOrderTaskUpdateRefused.class);
        return ((WorkOrderTaskUpdateRefused) answer).code();
    }

    private String errorAt(WorkOrderTaskUpdate update) {
        Record answer = send(update);
        assertThat(refusal(answer)).isEqualTo("invalid-request");
        return ((WorkOrderTaskUpdateRefused) answer).errors().get(0).field();
    }
}
