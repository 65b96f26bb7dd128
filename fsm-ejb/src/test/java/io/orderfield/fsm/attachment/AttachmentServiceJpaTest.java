package io.orderfield.fsm.attachment;

import static io.orderfield.kernel.Refusal.Kind.CONFLICT;
import static io.orderfield.kernel.Refusal.Kind.FORBIDDEN;
import static io.orderfield.kernel.Refusal.Kind.INVALID;
import static io.orderfield.kernel.Refusal.Kind.NOT_FOUND;
import static io.orderfield.kernel.Refusal.Kind.TOO_LARGE;
import static io.orderfield.kernel.Refusal.Kind.UNSUPPORTED_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.workorder.Refused;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.AttachmentDetails;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

@WithDatabase(schemas = "fsm", unit = "fsm")
class AttachmentServiceJpaTest {
    private static final int[] PNG = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int[] JPEG = {0xFF, 0xD8, 0xFF, 0xE0};

    private Bench bench;

    @DatabaseTest
    void keepsAPhotoAndTellsTheDomainOrder(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView work = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
        String task = work.tasks().get(0).number();
        byte[] photo = file(JPEG, 2 * DatabaseStore.PIECE + 17);

        AttachmentView added = add("technician", task, "C:\\fakepath\\Socket, left.JPG", photo);

        assertThat(added.name()).isEqualTo("Socket, left.JPG");
        assertThat(added.type()).isEqualTo("image/jpeg");
        assertThat(added.size()).isEqualTo(photo.length);
        assertThat(added.author()).isEqualTo("Ana Sousa");
        assertThat(content("viewer", task, added.id())).isEqualTo(photo);
        WorkOrderChanged told = bench.sent.lastChange(work.key());
        ActivityEntry entry = told.entries().get(0);
        assertThat(entry.kind()).isEqualTo("attachment-added");
        assertThat(entry.task()).isEqualTo(task);
        assertThat(entry.changes()).containsExactly(new FieldChange("attachment", null, "Socket, left.JPG"));
        assertThat(entry.attachment())
                .isEqualTo(new AttachmentDetails(
                        added.id(),
                        "Socket, left.JPG",
                        "image/jpeg",
                        photo.length,
                        "/api/v1/work-order-tasks/" + task + "/attachments/" + added.id()));
    }

    @DatabaseTest
    void tellsItAgainWhenTheEntryIsAskedFor(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView work = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
        AttachmentView added = add("technician", work.tasks().get(0).number(), "a.png", file(PNG, 100));
        ActivityEntry entry = bench.sent.lastChange(work.key()).entries().get(0);

        bench.doAs(
                "nobody", s -> s.intake.entries(UUID.randomUUID(), new RequestEntries(work.key(), entry.sequence())));

        assertThat(bench.sent
                        .lastChange(work.key())
                        .entries()
                        .get(0)
                        .attachment()
                        .attachmentId())
                .isEqualTo(added.id());
    }

    @DatabaseTest
    void keepsFilesInAFolderBySetting(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView work = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
        String task = work.tasks().get(0).number();
        bench.store = "folder";
        byte[] photo = file(PNG, 300_000);

        AttachmentView added = add("technician", task, "a.png", photo);

        assertThat(bench.folder.resolve(added.id().toString())).hasBinaryContent(photo);
        bench.store = "database"; // a changed setting leaves readable what is there
        assertThat(content("dispatcher", task, added.id())).isEqualTo(photo);
    }

    @DatabaseTest
    void aRefusedFileLeavesNothingInTheFolder(TestDatabase database) {
        bench = Bench.on(database);
        String task =
                bench.inState(WorkOrderState.WORK_IN_PROGRESS).tasks().get(0).number();
        bench.store = "folder";
        bench.folder = Path.of("target", "attachments-" + UUID.randomUUID());

        refused(TOO_LARGE, "attachment-too-large", task, "more.png", file(PNG, 600_001));

        assertThat(bench.folder).isEmptyDirectory();
    }

    @DatabaseTest
    void listsWhatATaskAndItsWorkOrderHave(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView work = bench.workOrder("FIBER-INSTALL");
        String first = work.tasks().get(0).number();
        String second = work.tasks().get(1).number();
        bench.accept(first);
        bench.assign(second, "ravi");
        add("technician", first, "one.png", file(PNG, 20));
        add("ravi", second, "two.png", file(PNG, 20));

        assertThat(bench.<List<AttachmentView>>as("viewer", s -> s.attachments.ofTask(first)))
                .extracting(AttachmentView::name)
                .containsExactly("one.png");
        assertThat(bench.<List<AttachmentView>>as("viewer", s -> s.attachments.ofWorkOrder(work.number())))
                .extracting(AttachmentView::name)
                .containsExactly("one.png", "two.png");
    }

    @DatabaseTest
    void refusesWhatIsNotWhatItsNameSays(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView work = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
        String task = work.tasks().get(0).number();

        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        refused(UNSUPPORTED_TYPE, "unsupported-attachment", task, "photo.jpg", page);
        refused(UNSUPPORTED_TYPE, "unsupported-attachment", task, "photo.jpg", file(PNG, 50));
        refused(UNSUPPORTED_TYPE, "unsupported-attachment", task, "photo.html", file(PNG, 50));
        refused(UNSUPPORTED_TYPE, "unsupported-attachment", task, "photo.png.exe", file(PNG, 50));
        refused(UNSUPPORTED_TYPE, "unsupported-attachment", task, "empty.png", new byte[0]);
        refused(INVALID, "invalid-request", task, " ", file(PNG, 50));
        refused(INVALID, "invalid-request", task, "x".repeat(200) + ".png", file(PNG, 50));
        refused(INVALID, "invalid-request", task, "gnp\u202E.exe.png", file(PNG, 50));
        refused(INVALID, "invalid-request", task, "a\r\nSet-Cookie: b.png", file(PNG, 50));

        assertThat(bench.<List<AttachmentView>>as("viewer", s -> s.attachments.ofTask(task)))
                .isEmpty();
    }

    @DatabaseTest
    void refusesMoreThanTheLimitAndKeepsNothingOfIt(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView work = bench.inState(WorkOrderState.WORK_IN_PROGRESS);
        String task = work.tasks().get(0).number();

        add("technician", task, "just.png", file(PNG, 600_000));
        refused(TOO_LARGE, "attachment-too-large", task, "more.png", file(PNG, 600_001));

        assertThat(bench.<List<AttachmentView>>as("viewer", s -> s.attachments.ofTask(task)))
                .extracting(AttachmentView::name)
                .containsExactly("just.png");
    }

    @DatabaseTest
    void takesNoMoreThanAWorkOrderMayHave(TestDatabase database) {
        bench = Bench.on(database);
        String task =
                bench.inState(WorkOrderState.WORK_IN_PROGRESS).tasks().get(0).number();
        for (int i = 0; i < AttachmentService.MOST; i++) {
            add("technician", task, i + ".png", file(PNG, 20));
        }

        refused(CONFLICT, "too-many-attachments", task, "more.png", file(PNG, 20));
    }

    @DatabaseTest
    void isForThoseWhoDoTheWorkAndThoseWhoSeeIt(TestDatabase database) {
        bench = Bench.on(database);
        WorkOrderView work = bench.inState(WorkOrderState.CLOSED_COMPLETE);
        String task = work.tasks().get(0).number();
        AttachmentView added = add("technician", task, "after.png", file(PNG, 20));
        add("dispatcher", task, "plan.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

        WorkOrderView shared = bench.workOrder("FIBER-INSTALL");
        bench.assign(shared.tasks().get(0).number(), "technician");
        bench.assign(shared.tasks().get(1).number(), "ravi");
        String others = shared.tasks().get(0).number();
        Refused.with(FORBIDDEN, "not-your-task", () -> add("ravi", others, "a.png", file(PNG, 20)));
        for (String outsider : List.of("field-system", "ravi")) {
            Refused.with(NOT_FOUND, "not-found", () -> add(outsider, task, "a.png", file(PNG, 20)));
            Refused.with(NOT_FOUND, "not-found", () -> content(outsider, task, added.id()));
            Refused.with(NOT_FOUND, "not-found", () -> bench.doAs(outsider, s -> s.attachments.ofTask(task)));
        }
        Refused.with(FORBIDDEN, "forbidden", () -> add("partner", task, "a.png", file(PNG, 20)));
        Refused.with(FORBIDDEN, "forbidden", () -> content("partner", task, added.id()));
        Refused.with(FORBIDDEN, "forbidden", () -> bench.doAs("partner", s -> s.attachments.ofTask(task)));
        Refused.with(NOT_FOUND, "not-found", () -> content("viewer", task, UUID.randomUUID()));
    }

    private void refused(
            io.orderfield.kernel.Refusal.Kind kind, String code, String task, String name, byte[] content) {
        Refused.with(kind, code, () -> add("technician", task, name, content));
    }

    private AttachmentView add(String user, String task, String name, byte[] content) {
        return bench.as(user, s -> s.attachments.add(task, name, new ByteArrayInputStream(content)));
    }

    private byte[] content(String user, String task, UUID id) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        bench.doAs(user, s -> {
            try {
                s.attachments.copy(task, id, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return to.toByteArray();
    }

    private static byte[] file(int[] head, int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        for (int i = 0; i < head.length; i++) {
            bytes[i] = (byte) head[i];
        }
        return Arrays.copyOf(bytes, length);
    }
}
