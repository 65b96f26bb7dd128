package io.orderfield.fsm.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Content as files of a folder, each named by the attachment's id: nothing of a path comes from outside. */
final class FolderStore implements AttachmentStore {
    static final String NAME = "folder";

    private static final int AT_ONCE = 200;

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

    /**
     * Removes the files that no record names: a process that was killed after it wrote the file and before it committed the
     * record leaves one. Only files older than a moment, since a record may be about to be committed; and only such as are
     * named by an id, whatever else lies there.
     *
     * @param known those of the ids that a record has
     * @return how many were removed
     */
    int removeOrphans(Instant before, Function<List<UUID>, Set<UUID>> known) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int removed = 0;
        List<UUID> some = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                idOf(file, before).ifPresent(some::add);
                if (some.size() == AT_ONCE) {
                    removed += removeUnknown(some, known);
                    some.clear();
                }
            }
        }
        return removed + removeUnknown(some, known);
    }

    private int removeUnknown(List<UUID> ids, Function<List<UUID>, Set<UUID>> known) throws IOException {
        Set<UUID> recorded = known.apply(ids);
        int removed = 0;
        for (UUID id : ids) {
            if (!recorded.contains(id) && Files.deleteIfExists(file(id))) {
                removed++;
            }
        }
        return removed;
    }

    private static Optional<UUID> idOf(Path file, Instant before) {
        String name = file.getFileName().toString();
        try {
            UUID id = UUID.fromString(name);
            boolean ours = id.toString().equals(name)
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(before);
            return ours ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException | IOException notOurs) {
            return Optional.empty(); // somebody else's file, or another node has just removed it
        }
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
