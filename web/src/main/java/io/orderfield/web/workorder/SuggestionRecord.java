package io.orderfield.web.workorder;

import io.orderfield.fsm.dispatch.Conflict;
import io.orderfield.fsm.dispatch.Suggestion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A technician for a task, with the reasons.
 *
 * @param technician user name
 * @param missingSkills codes of skills that the task needs and the technician lacks
 * @param servesRegion whether the location is in one of the technician's regions
 * @param firstFreeSlot the first time in the window that is free and long enough; null when there is none
 * @param freeMinutes working time in the window that is not taken
 * @param distanceKm from the technician's home to the location, as the crow flies; null when one of them is not known
 * @param conflicts what would speak against the visit in that slot
 */
@Schema(name = "Suggestion")
public record SuggestionRecord(
        String technician,
        String name,
        List<String> missingSkills,
        boolean servesRegion,
        @Nullable Slot firstFreeSlot,
        long freeMinutes,
        @Nullable Double distanceKm,
        List<Conflict> conflicts) {

    /** A time for a visit. */
    @Schema(name = "Slot")
    public record Slot(Instant start, Instant end) {}

    static SuggestionRecord of(Suggestion view) {
        Instant start = view.slotStart();
        Instant end = view.slotEnd();
        return new SuggestionRecord(
                view.technician(),
                view.name(),
                view.missingSkills(),
                view.servesRegion(),
                start == null || end == null ? null : new Slot(start, end),
                view.freeMinutes(),
                view.distanceKm(),
                view.conflicts());
    }
}
