package io.orderfield.fsm.workorder;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.RightCheck;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries what a view says is allowed. */
final class AllowedActions {
    private AllowedActions() {}

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a task says to the user; nothing where the user doesn't find it. */
    static List<AllowedAction> said(Bench bench, String user, String task) {
        return found(() -> bench.as(user, s -> {
            RightCheck.check(method(WorkOrderTaskService.class, "find"), bench.caller);
            return s.tasks.find(task).allowedActions();
        }));
    }

    static List<AllowedAction> found(Supplier<List<AllowedAction>> find) {
        try {
            return find.get();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                return List.of();
            }
            throw refusal;
        }
    }

    /** The code with which a command is refused, by the table of rights or by itself; null when it is done. It is taken back. */
    static @Nullable String refusal(
            Bench bench, String user, Class<?> service, String action, Consumer<Bench.Session> command) {
        try {
            bench.doAs(user, s -> {
                RightCheck.check(method(service, action), bench.caller);
                command.accept(s);
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
    static Method method(Class<?> service, String action) {
        return Stream.of(service.getDeclaredMethods())
                .filter(m -> m.getName().equals(action))
                .findFirst()
                .orElseThrow();
    }
}
