package io.orderfield.messaging.right;

import io.orderfield.kernel.AllowedAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a caller may do with one record: the table of rights is asked first, as it is before each command. */
public final class ActionsOfCaller {
    private final Caller caller;
    private final List<AllowedAction> actions = new ArrayList<>();

    public ActionsOfCaller(Caller caller) {
        this.caller = caller;
    }

    /** @param refusal the code with which the record refuses it to who has the right; null when it doesn't */
    public ActionsOfCaller add(String name, Right right, @Nullable String refusal) {
        actions.add(AllowedAction.of(name, right.of(caller) == Scope.NONE ? "forbidden" : refusal));
        return this;
    }

    public List<AllowedAction> all() {
        return List.copyOf(actions);
    }
}
