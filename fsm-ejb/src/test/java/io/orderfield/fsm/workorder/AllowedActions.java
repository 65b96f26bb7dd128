package io.orderfield.fsm.workorder;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Refusal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries what a view says is allowed. */
final class AllowedActions {
    private AllowedActions() {}

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a task says to the user; nothing where the user doesn't find it. */
    static List<AllowedAction> said(Bench bench, String user, String task) {
        return found(() -> bench.as(user, s -> s.tasks.find(task).allowedActions()));
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
    static @Nullable String refusal(Bench bench, String user, Consumer<Bench.Session> command) {
        try {
            bench.doAs(user, s -> {
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
}
