package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import java.util.Arrays;
import java.util.Locale;

/** How a task ended. */
enum CloseCode {
    COMPLETE(WorkOrderTaskState.CLOSED_COMPLETE),
    INCOMPLETE(WorkOrderTaskState.CLOSED_INCOMPLETE);

    private final WorkOrderTaskState state;

    CloseCode(WorkOrderTaskState state) {
        this.state = state;
    }

    WorkOrderTaskState state() {
        return state;
    }

    /** As it stands in requests, messages and the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal invalid when the text is neither */
    static CloseCode of(String text) {
        return Arrays.stream(values())
                .filter(c -> c.code().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("closeCode", Sentence.of("field.closeCode")));
    }
}
