package io.orderfield.fsm.attachment;

import io.orderfield.fsm.FsmData;
import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The stores, and which of them takes what is new. A change of the setting leaves readable what is there. */
@Shared
public class AttachmentStores {
    private final EntityManager entityManager;
    private final String chosen;
    private final Optional<String> folder;
    private final Undoing undoing;

    @Inject
    public AttachmentStores(
            @FsmData EntityManager entityManager,
            @ConfigProperty(name = "ATTACHMENT_STORE", defaultValue = DatabaseStore.NAME) String chosen,
            @ConfigProperty(name = "ATTACHMENT_FOLDER") Optional<String> folder,
            Undoing undoing) {
        this.entityManager = entityManager;
        this.chosen = chosen;
        this.folder = folder;
        this.undoing = undoing;
    }

    /** The store for what is new. @throws IllegalStateException when the setting names none */
    AttachmentStore chosen() {
        return named(chosen);
    }

    AttachmentStore named(String name) {
        return List.of(new DatabaseStore(entityManager), folder()).stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ATTACHMENT_STORE is neither database nor folder"));
    }

    /**
     * Removes the files of the folder that are older and that no record names.
     *
     * @return how many
     * @throws IOException when the folder can't be read, or one of them not be removed
     */
    public int removeOrphans(Instant before) throws IOException {
        return folder().removeOrphans(before, new Attachments(entityManager)::among);
    }

    FolderStore folder() {
        return new FolderStore(path(), undoing::afterRollback);
    }

    private Path path() {
        return Path.of(folder.filter(f -> !f.isBlank()).orElse("attachments"));
    }
}
