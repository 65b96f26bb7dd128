package io.orderfield.fsm.workorder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

/** Content as files of a folder, each named by the attachment's id: nothing of a path comes from outside. */
final class FolderStore implements AttachmentStore {
    static final String NAME = "folder";

    private final Path folder;
    private final Consumer<Runnable> afterRollback;

    /** @param afterRollback has something done when the current transaction is taken back */
    FolderStore(Path folder, Consumer<Runnable> afterRollback) {
        this.folder = folder;
        this.afterRollback = afterRollback;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(UUID id, InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path file = file(id);
        afterRollback.accept(() -> delete(file));
        Files.copy(content, file);
    }

    @Override
    public void copy(UUID id, OutputStream to) throws IOException {
        Files.copy(file(id), to);
    }

    private Path file(UUID id) {
        return folder.resolve(id.toString());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
