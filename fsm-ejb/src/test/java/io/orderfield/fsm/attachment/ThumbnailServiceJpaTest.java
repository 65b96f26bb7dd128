package io.orderfield.fsm.attachment;

import static io.orderfield.kernel.Refusal.Kind.FORBIDDEN;
import static io.orderfield.kernel.Refusal.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.workorder.Refused;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;

/** Small pictures of photos: made once, for those who see the photo, and of nothing else. */
@WithDatabase(schemas = "fsm", unit = "fsm")
class ThumbnailServiceJpaTest {
    @TempDir
    Path folder;

    @DatabaseTest
    void makesAThumbnailOnceForThoseWhoSeeThePhoto(TestDatabase database) throws IOException {
        Bench bench = Bench.on(database);
        bench.store = "folder";
        bench.folder = folder;
        String task =
                bench.inState(WorkOrderState.WORK_IN_PROGRESS).tasks().get(0).number();
        AttachmentView photo = add(bench, task, "socket.png", picture());

        byte[] first = thumbnail(bench, "viewer", task, photo.id());
        Files.delete(folder.resolve(photo.id().toString()));
        byte[] second = thumbnail(bench, "dispatcher", task, photo.id());

        assertThat(ImageIO.read(new ByteArrayInputStream(first)).getWidth()).isEqualTo(Thumbnail.SIDE);
        assertThat(second).isEqualTo(first);
        Refused.with(FORBIDDEN, "forbidden", () -> thumbnail(bench, "partner", task, photo.id()));
    }

    @DatabaseTest
    void saysThatThereIsNoneOfWhatIsNoPicture(TestDatabase database) {
        Bench bench = Bench.on(database);
        String task =
                bench.inState(WorkOrderState.WORK_IN_PROGRESS).tasks().get(0).number();
        AttachmentView sheet = add(bench, task, "plan.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3, 4};
        AttachmentView broken = add(bench, task, "broken.png", head);

        for (int time = 0; time < 2; time++) {
            Refused.with(NOT_FOUND, "no-thumbnail", () -> thumbnail(bench, "viewer", task, sheet.id()));
            Refused.with(NOT_FOUND, "no-thumbnail", () -> thumbnail(bench, "viewer", task, broken.id()));
        }
        Refused.with(NOT_FOUND, "not-found", () -> thumbnail(bench, "viewer", task, UUID.randomUUID()));
    }

    private static AttachmentView add(Bench bench, String task, String name, byte[] content) {
        return bench.as("technician", s -> s.attachments.add(task, name, new ByteArrayInputStream(content)));
    }

    private static byte[] thumbnail(Bench bench, String user, String task, UUID id) {
        return bench.as(user, s -> {
            try {
                return s.thumbnails.thumbnail(task, id);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] picture() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
