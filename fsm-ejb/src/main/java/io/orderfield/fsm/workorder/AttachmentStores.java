package io.orderfield.fsm.workorder;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The stores, and which of them takes what is new. A change of the setting leaves readable what is there. */
@Dependent
class AttachmentStores {
    @PersistenceContext(unitName = "fsm")
    private EntityManager entityManager;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    @ConfigProperty(name = "ATTACHMENT_STORE", defaultValue = DatabaseStore.NAME)
    private String chosen;

    @Inject
    @ConfigProperty(name = "ATTACHMENT_FOLDER")
    private Optional<String> folder;

    private Consumer<Runnable> afterRollback = this::register;

    AttachmentStores() {
        // for the container
    }

    AttachmentStores(EntityManager entityManager, String chosen, Path folder, Consumer<Runnable> afterRollback) {
        this.entityManager = entityManager;
        this.chosen = chosen;
        this.folder = Optional.of(folder.toString());
        this.afterRollback = afterRollback;
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

    FolderStore folder() {
        return new FolderStore(path(), afterRollback);
    }

    private Path path() {
        return Path.of(folder.filter(f -> !f.isBlank()).orElse("attachments"));
    }

    private void register(Runnable undo) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the end counts
            }

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) {
                    undo.run();
                }
            }
        });
    }
}
