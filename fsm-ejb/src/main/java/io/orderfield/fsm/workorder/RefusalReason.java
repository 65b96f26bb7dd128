package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a technician refuses a task. */
public enum RefusalReason {
    SCHEDULE_CONFLICT,
    SKILLS_MISMATCH,
    LOCATION_MISMATCH,
    DUPLICATE,
    PARTS_UNAVAILABLE,
    CUSTOMER_UNAVAILABLE,
    OTHER;

    /** As it is written in requests, such as {@code schedule-conflict}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words, such as {@code schedule conflict}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * The reason by code, name or words, in any case.
     *
     * @throws Refusal invalid when the text is none of them
     */
    static RefusalReason of(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(values())
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("reason", Sentence.of("field.oneOf").with("codes", codes())));
    }

    private static String codes() {
        return Arrays.stream(values()).map(RefusalReason::code).collect(Collectors.joining(", "));
    }
}
