package io.orderfield.fsm.dispatch;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A technician for a visit, with the reasons.
 *
 * @param technician user name
 * @param name display name
 * @param missingSkills codes of skills that the visit needs and the technician lacks, sorted
 * @param servesRegion whether the location is in one of the technician's regions
 * @param slotStart begin of the first time that is free and long enough; null when there is none in the window
 * @param slotEnd its end, one visit later
 * @param freeMinutes working time in the window that is not taken
 * @param distanceKm from the technician's home to the location, as the crow flies; null when one of them is not known
 * @param conflicts what would speak against the visit in that slot
 */
public record Suggestion(
        String technician,
        String name,
        List<String> missingSkills,
        boolean servesRegion,
        @Nullable Instant slotStart,
        @Nullable Instant slotEnd,
        long freeMinutes,
        @Nullable Double distanceKm,
        List<Conflict> conflicts)
        implements Serializable {}
