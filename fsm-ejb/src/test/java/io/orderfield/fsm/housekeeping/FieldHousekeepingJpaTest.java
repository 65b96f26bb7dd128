package io.orderfield.fsm.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.attachment.AttachmentView;
import io.orderfield.fsm.partner.FieldUpdates;
import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** What field work leaves behind: references of field systems, files without a record. */
@WithDatabase(schemas = "fsm", unit = "fsm")
class FieldHousekeepingJpaTest {
    @TempDir
    Path folder;

    @DatabaseTest
    void forgetsTheReferencesOfFieldSystemsAfterThirtyDays(TestDatabase database) {
        Bench bench = Bench.on(database);
        begin(database, "old-1", bench.clock.instant());
        bench.clock.advance(Duration.ofDays(20));
        begin(database, "new-1", bench.clock.instant());
        bench.clock.advance(Duration.ofDays(10).plusSeconds(1));

        assertThat(bench.<Integer>as("nobody", s -> s.housekeeping.forgetFieldUpdates()))
                .isEqualTo(1);

        assertThat(begin(database, "old-1", bench.clock.instant())).isEqualTo(FieldUpdates.Outcome.NEW);
        assertThat(begin(database, "new-1", bench.clock.instant())).isEqualTo(FieldUpdates.Outcome.REPEATED);
    }

    @DatabaseTest
    void removesOldFilesThatNoRecordNamesAndNothingElse(TestDatabase database) throws IOException {
        Bench bench = Bench.on(database);
        bench.store = "folder";
        bench.folder = folder;
        String task =
                bench.inState(WorkOrderState.WORK_IN_PROGRESS).tasks().get(0).number();
        AttachmentView kept = add(bench, task, "kept.png", picture());
        Path orphan = folder.resolve(UUID.randomUUID().toString());
        Path young = folder.resolve(UUID.randomUUID().toString());
        Path strange = folder.resolve("README");
        for (Path file : new Path[] {orphan, young, strange}) {
            Files.writeString(file, "left behind");
        }
        Instant old = bench.clock.instant().minus(FieldHousekeeping.SAFE_AGE).minusSeconds(1);
        for (Path file : new Path[] {orphan, strange, folder.resolve(kept.id().toString())}) {
            Files.setLastModifiedTime(file, FileTime.from(old));
        }
        Files.setLastModifiedTime(young, FileTime.from(old.plusSeconds(2)));

        assertThat(removeOrphans(bench)).isEqualTo(1);

        assertThat(orphan).doesNotExist();
        assertThat(young).exists();
        assertThat(strange).exists();
        assertThat(folder.resolve(kept.id().toString())).exists();
        assertThat(removeOrphans(bench)).isZero();
    }

    @DatabaseTest
    void hasNothingToRemoveWithoutAFolder(TestDatabase database) {
        Bench bench = Bench.on(database);
        bench.folder = folder.resolve("not-there");

        assertThat(removeOrphans(bench)).isZero();
    }

    private static FieldUpdates.Outcome begin(TestDatabase database, String reference, Instant now) {
        return database.inTransaction(
                em -> new FieldUpdates(em).begin("field-system", reference, "request", "WOT0001001", now));
    }

    private static int removeOrphans(Bench bench) {
        return bench.<Integer>as("nobody", s -> {
            try {
                return s.housekeeping.removeOrphanedFiles();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static AttachmentView add(Bench bench, String task, String name, byte[] content) {
        return bench.as("technician", s -> s.attachments.add(task, name, new ByteArrayInputStream(content)));
    }

    /** As much of one as is looked at. */
    private static byte[] picture() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3, 4};
    }
}
