package io.orderfield.fsm.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.attachment.AttachmentService;
import io.orderfield.fsm.attachment.ThumbnailService;
import io.orderfield.fsm.attachment.Undoing;
import io.orderfield.fsm.board.DispatchService;
import io.orderfield.fsm.demo.DemoSteps;
import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.dispatch.Technicians;
import io.orderfield.fsm.housekeeping.FieldHousekeeping;
import io.orderfield.fsm.partner.FieldSystemAnswers;
import io.orderfield.fsm.partner.FieldUpdateIntake;
import io.orderfield.fsm.request.InventoryIntake;
import io.orderfield.fsm.request.ReceivedMessages;
import io.orderfield.fsm.request.WorkOrderRequestIntake;
import io.orderfield.fsm.template.TemplateChecklistItem;
import io.orderfield.fsm.template.TemplateEvents;
import io.orderfield.fsm.template.TemplateTaskView;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.fsm.template.WorkOrderTemplates;
import io.orderfield.fsm.worklist.WorkOrderListService;
import io.orderfield.fsm.workorder.SentEvents;
import io.orderfield.fsm.workorder.WorkOrderService;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.fsm.workorder.WorkOrders;
import io.orderfield.kernel.Beans;
import io.orderfield.kernel.Variables;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.delivery.Inbox;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.right.Person;
import io.orderfield.messaging.right.Role;
import io.orderfield.messaging.testing.MovableClock;
import io.orderfield.messaging.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Field Service on one test database, put together as {@link Beans} finds it; every call is a transaction of its own. */
public final class Bench {
    public static final Instant MORNING = Instant.parse("2026-03-04T08:00:00Z");
    public static final Instant NOON = Instant.parse("2026-03-04T11:00:00Z");

    private static final Map<String, Role> ROLES = Map.of(
            "dispatcher", Role.DISPATCHER,
            "technician", Role.TECHNICIAN,
            "ravi", Role.TECHNICIAN,
            "field-system", Role.FIELD_SYSTEM,
            "partner", Role.PARTNER,
            "viewer", Role.VIEWER);
    /** Everybody who signs in to something. */
    public static final Set<String> USERS = ROLES.keySet();

    private static final Map<TestDatabase, Boolean> PREPARED = new ConcurrentHashMap<>();

    public final SentEvents sent = new SentEvents();
    public final MovableClock clock = new MovableClock();
    public final CurrentCaller caller = new CurrentCaller();
    private final TestDatabase database;
    public String store = "database";
    public Path folder = Path.of("target", "attachments");

    private Bench(TestDatabase database) {
        this.database = database;
    }

    public static Bench on(TestDatabase database) {
        Bench bench = new Bench(database);
        PREPARED.computeIfAbsent(database, d -> bench.prepare());
        return bench;
    }

    /** The services of one transaction. */
    public final class Session {
        public final EntityManager entityManager;
        public final SentEvents events = new SentEvents();
        public final WorkOrders workOrders;
        public final Technicians technicians;
        public final WorkOrderTemplates templates;
        public final WorkOrderService service;
        public final WorkOrderListService lists;
        public final WorkOrderTaskService tasks;
        public final WorkOrderRequestIntake intake;
        public final DemoSteps demo;
        public final AttachmentService attachments;
        public final ThumbnailService thumbnails;
        public final FieldHousekeeping housekeeping;
        public final FieldUpdateIntake fieldUpdates;
        public final List<Record> answers = new ArrayList<>();
        public final List<Runnable> undo = new ArrayList<>();
        public final InventoryIntake inventory;
        public final DispatchService dispatch;

        public Session(EntityManager entityManager) {
            this.entityManager = entityManager;
            Beans beans = new Beans(
                    WorkOrders.class,
                    entityManager,
                    clock,
                    caller,
                    events,
                    (TemplateEvents) (code, name, active, revision) -> {},
                    (Undoing) undo::add,
                    (ReceivedMessages) id -> firstTime(entityManager, id),
                    (FieldSystemAnswers) (queue, correlation, answer) -> answers.add(answer),
                    Variables.of(Map.of(
                            "ATTACHMENT_STORE",
                            store,
                            "ATTACHMENT_FOLDER",
                            folder.toString(),
                            "ATTACHMENT_MAX_BYTES",
                            "600000")));
            workOrders = beans.get(WorkOrders.class);
            technicians = beans.get(Technicians.class);
            templates = beans.get(WorkOrderTemplates.class);
            service = beans.get(WorkOrderService.class);
            tasks = beans.get(WorkOrderTaskService.class);
            lists = beans.get(WorkOrderListService.class);
            attachments = beans.get(AttachmentService.class);
            thumbnails = beans.get(ThumbnailService.class);
            housekeeping = beans.get(FieldHousekeeping.class);
            fieldUpdates = beans.get(FieldUpdateIntake.class);
            dispatch = beans.get(DispatchService.class);
            demo = beans.get(DemoSteps.class);
            inventory = beans.get(InventoryIntake.class);
            intake = beans.get(WorkOrderRequestIntake.class);
        }
    }

    private boolean firstTime(EntityManager entityManager, UUID messageId) {
        try {
            return new Inbox("fsm").firstTime(entityManager.unwrap(Connection.class), messageId, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One transaction of the user, or of who calls already; what it sent counts once it is committed. */
    public <T extends @Nullable Object> T as(String user, Function<Session, T> work) {
        if (!ROLES.containsKey(user)) {
            return inTransaction(work);
        }
        AtomicReference<T> result = new AtomicReference<>();
        caller.as(new Person(user, Set.of(ROLES.get(user))), () -> result.set(inTransaction(work)));
        return result.get();
    }

    private <T extends @Nullable Object> T inTransaction(Function<Session, T> work) {
        SentEvents[] events = new SentEvents[1];
        T result = database.inTransaction(em -> {
            Session session = new Session(em);
            events[0] = session.events;
            try {
                return work.apply(session);
            } catch (RuntimeException refused) {
                session.undo.forEach(Runnable::run);
                throw refused;
            }
        });
        sent.addAll(events[0]);
        return result;
    }

    public void doAs(String user, Consumer<Session> work) {
        as(user, session -> {
            work.accept(session);
            return null;
        });
    }

    public UUID receive(RequestWorkOrder request) {
        UUID message = UuidCreator.getTimeOrderedEpoch();
        doAs("nobody", s -> s.intake.request(message, request));
        return message;
    }

    public UUID receive(CancelWorkOrder request) {
        UUID message = UuidCreator.getTimeOrderedEpoch();
        doAs("nobody", s -> s.intake.cancel(message, request));
        return message;
    }

    /** A new work order of a template; returns it as a dispatcher sees it. */
    public WorkOrderView workOrder(String template) {
        return workOrder(Requests.of(Requests.newKey()).template(template).make());
    }

    public WorkOrderView workOrder(RequestWorkOrder request) {
        receive(request);
        return find(request.workOrderKey());
    }

    public WorkOrderView find(UUID key) {
        String number = sent.lastChange(key).number();
        return as("viewer", s -> s.service.find(number));
    }

    /** Gives the task to the technician from {@link #MORNING} to {@link #NOON}, whatever speaks against it. */
    public void assign(String task, String technician) {
        doAs("dispatcher", s -> s.tasks.assign(task, technician, MORNING, NOON, true, "test", null));
    }

    /** Brings the only task of a new ONT-INSTALL work order to a state, by its technician. */
    public WorkOrderView inState(WorkOrderState state) {
        WorkOrderView created =
                workOrder(state == WorkOrderState.AWAITING_QUALIFICATION ? "SITE-SURVEY" : "ONT-INSTALL");
        String task = created.tasks().get(0).number();
        switch (state) {
            case DRAFT, AWAITING_QUALIFICATION, QUALIFIED -> {}
            case ASSIGNED -> assign(task, "technician");
            case ACCEPTED -> accept(task);
            case WORK_IN_PROGRESS -> start(task);
            case CLOSED_COMPLETE -> complete(task, "complete");
            case CLOSED_INCOMPLETE -> complete(task, "incomplete");
            case CANCELED -> doAs("dispatcher", s -> s.service.cancel(created.number(), "not wanted", null));
        }
        return find(created.key());
    }

    public void accept(String task) {
        assign(task, "technician");
        doAs("technician", s -> s.tasks.accept(task, null));
    }

    public void start(String task) {
        accept(task);
        doAs("technician", s -> s.tasks.start(task, null));
    }

    public void complete(String task, String closeCode) {
        start(task);
        doAs("technician", s -> {
            s.tasks.find(task).checklist().forEach(i -> s.tasks.tick(task, i.id(), true, null));
            s.tasks.complete(task, closeCode, "done", null);
        });
    }

    private boolean prepare() {
        doAs("nobody", s -> {
            s.technicians.add(new Technician(
                    "technician", "Ana Sousa", Set.of("Berlin"), Set.of("fiber", "cpe"), "Europe/Berlin", null));
            s.technicians.add(
                    new Technician("ravi", "Ravi Menon", Set.of("Berlin"), Set.of("cpe"), "Europe/Berlin", null));
            s.technicians.add(new Technician(
                    "contractor", "Contractor Crew", Set.of("Berlin"), Set.of("cpe"), "Europe/Berlin", "field-system"));
            Technician retired = new Technician("old", "Old Hand", Set.of("Berlin"), Set.of(), "Europe/Berlin", null);
            retired.retire();
            s.technicians.add(retired);
            s.templates.add(template("ONT-INSTALL", false, task("Install the ONT", Set.of("cpe"))));
            s.templates.add(template("SITE-SURVEY", true, task("Survey the site", Set.of())));
            s.templates.add(template(
                    "FIBER-INSTALL",
                    false,
                    task("Lay the fiber", Set.of("fiber")),
                    task("Measure the line", Set.of("cpe"))));
            s.templates.add(template("TWO-VISITS", true, task("Look at it", Set.of()), task("Do it", Set.of("cpe"))));
            s.templates.add(template("RETIRED", false, task("Nothing", Set.of())));
        });
        doAs("nobody", s -> s.templates.retire("RETIRED"));
        return true;
    }

    private static WorkOrderTemplateView template(String code, boolean needsQualification, TemplateTaskView... tasks) {
        return new WorkOrderTemplateView(code, code + " name", true, 3, true, needsQualification, List.of(tasks));
    }

    private static TemplateTaskView task(String description, Set<String> skills) {
        return new TemplateTaskView(
                description,
                skills,
                120,
                List.of(
                        new TemplateChecklistItem("Signal measured", true),
                        new TemplateChecklistItem("Photo taken", false)));
    }
}
