package io.orderfield.om.testing;

import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tries what a view says is allowed, by the services that are called. */
public final class Commands {
    private Commands() {}

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What the record says to the caller; nothing where the caller doesn't find it. */
    public static List<AllowedAction> said(TestDatabase database, Function<EntityManager, List<AllowedAction>> find) {
        try {
            return database.inTransaction(find);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                return List.of();
            }
            throw refusal;
        }
    }

    /** What a command answers. Whatever it does is taken back, so the next one finds the same situation. */
    public static AllowedAction tried(TestDatabase database, String action, Consumer<EntityManager> command) {
        return AllowedAction.of(action, refusal(database, command));
    }

    private static @Nullable String refusal(TestDatabase database, Consumer<EntityManager> command) {
        try {
            database.doInTransaction(em -> {
                command.accept(em);
                throw new TakenBack();
            });
            throw new AssertionError("nothing happened");
        } catch (TakenBack done) {
            return null;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }
}
