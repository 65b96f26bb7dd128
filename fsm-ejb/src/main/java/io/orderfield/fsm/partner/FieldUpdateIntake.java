package io.orderfield.fsm.partner;

import io.orderfield.fsm.FsmSentences;
import io.orderfield.fsm.workorder.Actors;
import io.orderfield.fsm.workorder.WorkOrderService;
import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.fsm.workorder.WrittenText;
import io.orderfield.kernel.Fingerprint;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.FieldError;
import io.orderfield.messaging.contract.WorkOrderTaskUpdate;
import io.orderfield.messaging.contract.WorkOrderTaskUpdateRefused;
import io.orderfield.messaging.contract.WorkOrderTaskUpdated;
import io.orderfield.messaging.delivery.OutsideMessage;
import io.orderfield.messaging.delivery.UnreadableMessageException;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.messaging.right.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what outside field systems report. The system is the user whom the broker validated; it acts for its own technicians
 * and is under the checks of every other channel. Each message is answered: a yes commits with what was done; a no goes out
 * on its own, since nothing remains of it. For listeners only.
 *
 * <p>There is no inbox here: the system's reference names one update, so a message that comes twice, and one that is sent
 * twice, are done once and answered with how things are.
 */
@Stateless
@PermitAll
public class FieldUpdateIntake {
    private static final Logger LOG = Logger.getLogger(FieldUpdateIntake.class.getName());
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_NUMBER = 40;

    @EJB
    private FieldUpdateIntake transactions;

    @Inject
    private FieldUpdates updates;

    @EJB
    private WorkOrderTaskService tasks;

    @EJB
    private WorkOrderService workOrders;

    @Inject
    private Actors actors;

    @Inject
    private FieldSystemAnswers answers;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    /**
     * Works off a message: the system gets one answer, whatever is wrong with it.
     *
     * @throws UnreadableMessageException after the answer, when it could not be read: a person here sees it, too
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void receive(OutsideMessage<WorkOrderTaskUpdate> message) {
        WorkOrderTaskUpdate update = message.body();
        if (update == null) {
            UnreadableMessageException problem = Objects.requireNonNull(message.problem());
            transactions.refuse(message, Refusal.unreadable(problem.code(), problem.reason(), List.of()));
            throw problem;
        }
        try {
            caller.as(sender(message.user()), () -> transactions.apply(message, update));
        } catch (Refusal refusal) {
            LOG.log(
                    refusal.kind() == Refusal.Kind.FORBIDDEN ? Level.WARNING : Level.FINE,
                    "An update of the broker user {0} is refused: {1}",
                    new Object[] {message.user(), refusal.code()});
            transactions.refuse(message, refusal);
        }
    }

    /** Does it, or finds it done, and answers. */
    @May(Right.PERFORM_TASKS)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void apply(OutsideMessage<WorkOrderTaskUpdate> from, WorkOrderTaskUpdate update) {
        actors.asFieldSystem(() -> applyOnce(from, update));
    }

    private void applyOnce(OutsideMessage<WorkOrderTaskUpdate> from, WorkOrderTaskUpdate update) {
        String reference = required("reference", update.reference(), LONGEST_REFERENCE);
        String task = required("task", update.task(), LONGEST_NUMBER);
        FieldUpdates.Outcome outcome =
                updates.begin(from.user(), reference, fingerprint(update), task, clock.instant());
        WorkOrderTaskView now =
                switch (outcome) {
                    case NEW -> act(task, update);
                    case REPEATED -> tasks.find(task);
                    case REUSED -> throw Refusal.conflict("reference-reused").with("reference", reference);
                };
        answers.answer(
                from.answers(),
                from.correlation(),
                new WorkOrderTaskUpdated(
                        reference,
                        now.number(),
                        now.workOrder(),
                        now.state(),
                        now.subState(),
                        now.acknowledgementPending(),
                        outcome == FieldUpdates.Outcome.REPEATED,
                        "/api/v1/work-order-tasks/" + now.number()));
    }

    private WorkOrderTaskView act(String task, WorkOrderTaskUpdate update) {
        WorkOrderTaskView seen = tasks.find(task); // whether the system may see it comes before what it wants
        String action = required("action", update.action(), LONGEST_NUMBER);
        return switch (action) {
            case "accept" -> tasks.accept(task, null);
            case "refuse" -> tasks.refuse(task, orEmpty(update.reason()), null);
            case "acknowledge" -> tasks.acknowledge(task, null);
            case "travel" -> tasks.travel(task, null);
            case "arrive" -> tasks.arrive(task, null);
            case "start" -> tasks.start(task, null);
            case "pause" -> tasks.pause(task, null);
            case "resume" -> tasks.resume(task, null);
            case "complete" -> tasks.complete(task, orEmpty(update.closeCode()), update.text(), null);
            case "tick" ->
                tasks.tick(task, given("checklistItem", update.checklistItem()), given("done", update.done()), null);
            case "note" -> {
                workOrders.addNote(seen.workOrder(), orEmpty(update.text()));
                yield tasks.find(task);
            }
            default -> throw refused("action", Sentence.of("field.taskAction"));
        };
    }

    /** Answers that nothing was done. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refuse(OutsideMessage<WorkOrderTaskUpdate> from, Refusal refusal) {
        WorkOrderTaskUpdate update = from.body();
        List<FieldError> errors = new ArrayList<>();
        refusal.errors().forEach(e -> errors.add(new FieldError(e.field(), FsmSentences.english(e.message()))));
        if (refusal.data().get("items") instanceof List<?> items) {
            items.forEach(item -> errors.add(new FieldError("checklist", String.valueOf(item))));
        }
        answers.answer(
                from.answers(),
                from.correlation(),
                new WorkOrderTaskUpdateRefused(
                        update == null ? null : update.reference(),
                        update == null ? null : update.task(),
                        refusal.code(),
                        FsmSentences.english(refusal.sentence()),
                        errors));
    }

    /** The broker lets field systems alone send to the queue; for whom this one acts is looked up. */
    private static Caller sender(String user) {
        return new Caller() {
            @Override
            public String name() {
                return user;
            }

            @Override
            public boolean has(String role) {
                return role.equals(Role.FIELD_SYSTEM.word());
            }
        };
    }

    private static String fingerprint(WorkOrderTaskUpdate update) {
        return Fingerprint.of(update.toString());
    }

    private static String required(String field, @Nullable String value, int longest) {
        String text = WrittenText.required(field, value);
        if (text.length() > longest) {
            throw refused(field, Sentence.of("field.most").with("most", longest));
        }
        return text;
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw refused(field, Sentence.of("field.required"));
        }
        return value;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Refusal refused(String field, Sentence problem) {
        return Refusal.invalid(field, problem);
    }
}
