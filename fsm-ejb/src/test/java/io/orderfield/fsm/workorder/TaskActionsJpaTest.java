package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every action on a task in every situation, by task-actions.csv: what it becomes, or the code of the refusal. The task is
 * the first of two, so that the work order itself is still open when the task is closed.
 */
@WithDatabase(schemas = "fsm", unit = "fsm")
class TaskActionsJpaTest {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    private Bench bench;

    @DatabaseTest
    void everyActionInEverySituationDoesWhatTheTableSays(TestDatabase database) throws IOException {
        bench = Bench.on(database);
        List<String> lines = lines();
        String[] actions = lines.get(0).split(",");
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> actual = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            WorkOrderView subject = inSituation(cells[0]);
            for (int i = 1; i < actions.length; i++) {
                String cell = cells[0] + ": " + actions[i];
                expected.put(cell, cells[i]);
                actual.put(cell, outcome(actions[i], subject));
            }
        }
        assertThat(actual).containsExactlyEntriesOf(expected);
    }

    /** What a task says of itself is what the command answers: for every caller who sees it, in every situation. */
    @DatabaseTest
    void whatATaskAllowsIsWhatItsActionsAnswer(TestDatabase database) throws IOException {
        bench = Bench.on(database);
        for (String line : lines().subList(1, lines().size())) {
            WorkOrderView subject = inSituation(line.split(",")[0]);
            WorkOrderTaskView task = subject.tasks().get(0);
            for (String user : Bench.USERS) {
                List<AllowedAction> said = AllowedActions.said(bench, user, task.number());
                List<AllowedAction> answered = said.stream()
                        .map(a -> AllowedAction.of(
                                a.name(),
                                AllowedActions.refusal(
                                        bench,
                                        user,
                                        // with this close code the checklist doesn't matter, which the task can't know
                                        // of
                                        s -> tryOut(s, a.name().replace("complete", "incomplete"), task))))
                        .toList();
                assertThat(said).as(line.split(",")[0] + " for " + user).isEqualTo(answered);
            }
        }
    }

    private static void tryOut(Bench.Session session, String action, WorkOrderTaskView task) {
        if (action.equals("addAttachment")) {
            session.attachments.add(task.number(), "photo.png", new ByteArrayInputStream(PNG));
        } else {
            act(session.tasks, action, task);
        }
    }

    /** What the action would make of it; the transaction is taken back, so the next action finds the same situation. */
    private String outcome(String action, WorkOrderView workOrder) {
        WorkOrderTaskView task = workOrder.tasks().get(0);
        String user = action.equals("assign") || action.equals("unassign") ? "dispatcher" : "technician";
        try {
            bench.doAs(user, s -> {
                throw new TakenBack(situation(act(s.tasks, action, task)));
            });
            throw new AssertionError("nothing happened");
        } catch (TakenBack done) {
            return done.situation;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String situation;

        TakenBack(String situation) {
            this.situation = situation;
        }
    }

    private static WorkOrderTaskView act(WorkOrderTaskService tasks, String action, WorkOrderTaskView task) {
        String number = task.number();
        return switch (action) {
            case "assign" -> tasks.assign(number, "ravi", Bench.MORNING, Bench.NOON, true, "test", null);
            case "unassign" -> tasks.unassign(number, null);
            case "accept" -> tasks.accept(number, null);
            case "refuse" -> tasks.refuse(number, "other", null);
            case "acknowledge" -> tasks.acknowledge(number, null);
            case "travel" -> tasks.travel(number, null);
            case "arrive" -> tasks.arrive(number, null);
            case "start" -> tasks.start(number, null);
            case "pause" -> tasks.pause(number, null);
            case "resume" -> tasks.resume(number, null);
            case "complete", "incomplete" -> tasks.complete(number, action, null, null);
            case "tick" -> tasks.tick(number, task.checklist().get(1).id(), true, null);
            default -> throw new IllegalArgumentException(action);
        };
    }

    /** A new work order whose first task is there, with what the words after the state say. */
    private WorkOrderView inSituation(String situation) {
        List<String> words = List.of(situation.split(" "));
        String state = words.get(0);
        Requests request =
                Requests.of(Requests.newKey()).template(state.equals("DRAFT") ? "TWO-VISITS" : "FIBER-INSTALL");
        WorkOrderView created = bench.workOrder(request.make());
        WorkOrderTaskView task = created.tasks().get(0);
        String number = task.number();
        switch (state) {
            case "DRAFT", "PENDING_DISPATCH" -> {}
            case "ASSIGNED" -> bench.assign(number, "technician");
            case "ACCEPTED" -> bench.accept(number);
            case "ACCEPTED/EN_ROUTE" -> {
                bench.accept(number);
                bench.doAs("technician", s -> s.tasks.travel(number, null));
            }
            case "ACCEPTED/ON_SITE" -> {
                bench.accept(number);
                bench.doAs("technician", s -> s.tasks.arrive(number, null));
            }
            case "WORK_IN_PROGRESS" -> bench.start(number);
            case "WORK_IN_PROGRESS/PAUSED" -> {
                bench.start(number);
                bench.doAs("technician", s -> s.tasks.pause(number, null));
            }
            case "CLOSED_COMPLETE" -> bench.complete(number, "complete");
            case "CLOSED_INCOMPLETE" -> bench.complete(number, "incomplete");
            case "CANCELED" -> {
                bench.accept(number);
                bench.doAs("dispatcher", s -> s.service.cancel(created.number(), "test", null));
            }
            default -> throw new IllegalArgumentException(situation);
        }
        if (words.contains("ticked")) {
            bench.doAs("technician", s -> task.checklist().forEach(i -> s.tasks.tick(number, i.id(), true, null)));
        }
        if (words.contains("held")) {
            bench.receive(request.revision(2).hold().make());
        }
        if (words.contains("changed")) {
            bench.receive(request.revision(2).description("quantity: 2").make());
        }
        return bench.find(created.key());
    }

    private static String situation(WorkOrderTaskView task) {
        return task.subState() == null ? task.state() : task.state() + "/" + task.subState();
    }

    private static List<String> lines() throws IOException {
        try (InputStream csv = TaskActionsJpaTest.class.getResourceAsStream("task-actions.csv")) {
            return new ArrayList<>(new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }
}
