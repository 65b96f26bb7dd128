package io.orderfield.fsm.dispatch;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A technician.
 *
 * @param username the name to sign in and to assign with
 * @param regions the regions that the technician serves
 * @param skills codes of skills
 * @param timeZone IANA time zone
 * @param home where the way to a visit begins
 * @param workingHours in a week, local to the technician; empty when they are not known
 * @param absences by their first day
 * @param active false: gets no further work
 * @param fieldSystem user name of the system that acts for this technician; null for one of our own
 * @param version of the record, for the caller's next change
 */
public record TechnicianView(
        String username,
        String name,
        Set<String> regions,
        Set<String> skills,
        String timeZone,
        @Nullable GeoPoint home,
        List<WorkingTime> workingHours,
        List<Absence> absences,
        boolean active,
        @Nullable String fieldSystem,
        long version) {

    /** The regions in one line. */
    public String region() {
        return String.join(", ", regions);
    }

    /** What concerns nobody but those who plan: without home and absences. */
    TechnicianView withoutPersonalData() {
        return new TechnicianView(
                username, name, regions, skills, timeZone, null, workingHours, List.of(), active, fieldSystem, version);
    }
}
