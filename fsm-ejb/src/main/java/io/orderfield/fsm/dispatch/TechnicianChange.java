package io.orderfield.fsm.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a technician's record shall be, or what of it shall be different. Null leaves a field as it is; at creation it means:
 * no region, no skill, UTC, no home, Monday to Friday from 8 to 17, no absence, active, one of our own.
 *
 * @param home without coordinates: not known any more
 * @param workingHours all of them, which replace the ones before
 * @param absences all of them, which replace the ones before
 * @param fieldSystem empty: one of our own
 */
public record TechnicianChange(
        @Nullable String name,
        @Nullable Set<String> regions,
        @Nullable Set<String> skills,
        @Nullable String timeZone,
        @Nullable Home home,
        @Nullable List<WorkingTime> workingHours,
        @Nullable List<Absence> absences,
        @Nullable Boolean active,
        @Nullable String fieldSystem) {

    /** Coordinates, both or none. */
    public record Home(@Nullable Double latitude, @Nullable Double longitude) {
        boolean isHalf() {
            return (latitude == null) != (longitude == null);
        }
    }

    TechnicianView created(String username) {
        return on(new TechnicianView(
                username, "", Set.of(), Set.of(), "UTC", null, WorkingHours.USUAL.times(), List.of(), true, null, 0));
    }

    TechnicianView on(TechnicianView old) {
        return new TechnicianView(
                old.username(),
                Objects.requireNonNullElse(name, old.name()).strip(),
                sorted(Objects.requireNonNullElse(regions, old.regions())),
                sorted(Objects.requireNonNullElse(skills, old.skills())),
                Objects.requireNonNullElse(timeZone, old.timeZone()).strip(),
                home == null ? old.home() : GeoPoint.of(home.latitude(), home.longitude()),
                new WorkingHours(Objects.requireNonNullElse(workingHours, old.workingHours())).times(),
                Objects.requireNonNullElse(absences, old.absences()).stream()
                        .sorted(Comparator.comparing(Absence::firstDay))
                        .toList(),
                Objects.requireNonNullElse(active, old.active()),
                fieldSystem == null ? old.fieldSystem() : fieldSystem.isBlank() ? null : fieldSystem.strip(),
                old.version());
    }

    private static Set<String> sorted(Set<String> words) {
        Set<String> stripped = new TreeSet<>();
        words.forEach(word -> stripped.add(word.strip()));
        return stripped;
    }
}
