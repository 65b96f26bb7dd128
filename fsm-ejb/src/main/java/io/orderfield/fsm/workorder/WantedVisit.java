package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dispatcher decides for a task.
 *
 * @param technician user name; null for whoever has the task already
 * @param override true to plan the visit although something speaks against it
 * @param overrideReason needed then
 */
public record WantedVisit(
        @Nullable String technician,
        Instant start,
        Instant end,
        boolean override,
        @Nullable String overrideReason) {
    /** @throws Refusal invalid when something is missing or the end is not after the start */
    static WantedVisit of(
            @Nullable String technician,
            @Nullable Instant start,
            @Nullable Instant end,
            boolean override,
            @Nullable String overrideReason) {
        List<Refusal.FieldProblem> problems = new ArrayList<>();
        if (start == null) {
            problems.add(new Refusal.FieldProblem("scheduledStart", Sentence.of("field.required")));
        }
        if (end == null) {
            problems.add(new Refusal.FieldProblem("scheduledEnd", Sentence.of("field.required")));
        }
        if (start != null && end != null && !start.isBefore(end)) {
            problems.add(new Refusal.FieldProblem("scheduledEnd", Sentence.of("field.afterStart")));
        }
        if (start == null || end == null || !problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new WantedVisit(
                technician == null || technician.isBlank() ? null : technician.strip(),
                start.truncatedTo(ChronoUnit.MILLIS),
                end.truncatedTo(ChronoUnit.MILLIS),
                override,
                WrittenText.optional("overrideReason", overrideReason));
    }
}
