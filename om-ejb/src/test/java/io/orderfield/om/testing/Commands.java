package io.orderfield.om.testing;

import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.RightCheck;
import io.orderfield.messaging.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries what a view says is allowed, as the services in front of the work do: the table of rights first. */
public final class Commands {
    private Commands() {}

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What the record says to the caller; nothing where the caller doesn't find it. */
    public static List<AllowedAction> said(
            TestDatabase database, Caller by, Class<?> service, Function<EntityManager, List<AllowedAction>> find) {
        try {
            RightCheck.check(method(service, "find"), by);
            return database.inTransaction(find);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                return List.of();
            }
            throw refusal;
        }
    }

    /** What a command answers. Whatever it does is taken back, so the next one finds the same situation. */
    public static AllowedAction tried(
            TestDatabase database, Caller by, String action, Method method, Consumer<EntityManager> command) {
        return AllowedAction.of(action, refusal(database, by, method, command));
    }

    private static @Nullable String refusal(
            TestDatabase database, Caller by, Method method, Consumer<EntityManager> command) {
        try {
            RightCheck.check(method, by);
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

    /** The method of the service that is called as the action is. */
    public static Method method(Class<?> service, String action) {
        return Stream.of(service.getDeclaredMethods())
                .filter(m -> m.getName().equals(action))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(service + " has no " + action));
    }
}
