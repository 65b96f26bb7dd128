package io.orderfield.web.technician;

import io.orderfield.fsm.dispatch.Absence;
import io.orderfield.fsm.dispatch.GeoPoint;
import io.orderfield.fsm.dispatch.TechnicianView;
import io.orderfield.fsm.dispatch.WorkingTime;
import io.orderfield.kernel.Tagged;
import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A technician.
 *
 * @param username the name to sign in and to assign with
 * @param region the regions that the technician serves, separated by commas
 * @param regions the same, one by one
 * @param skills codes of skills
 * @param timeZone IANA time zone
 * @param home where the way to a visit begins
 * @param workingHours in a week, local to the technician; empty when they are not known
 * @param absences days away, by the first one
 * @param active false: gets no further work
 * @param fieldSystem user name of the system that acts for the technician; null for one of our own
 * @param version of the record, for the caller's next change
 */
@Schema(name = "Technician")
public record TechnicianRecord(
        String username,
        String name,
        String region,
        List<String> regions,
        List<String> skills,
        String timeZone,
        @Nullable GeoPoint home,
        List<Hours> workingHours,
        List<Absence> absences,
        boolean active,
        @Nullable String fieldSystem,
        long version)
        implements Tagged {

    /**
     * A time of a weekday, such as 08:00 to 17:00.
     *
     * @param end 00:00 is the end of the day
     */
    @Schema(name = "WorkingTime")
    public record Hours(DayOfWeek day, String start, String end) {
        static Hours of(WorkingTime time) {
            return new Hours(time.day(), time.start().toString(), time.end().toString());
        }
    }

    static TechnicianRecord of(TechnicianView view) {
        return new TechnicianRecord(
                view.username(),
                view.name(),
                view.region(),
                view.regions().stream().sorted().toList(),
                view.skills().stream().sorted().toList(),
                view.timeZone(),
                view.home(),
                view.workingHours().stream().map(Hours::of).toList(),
                view.absences(),
                view.active(),
                view.fieldSystem(),
                view.version());
    }

    @Override
    public String etag() {
        return Long.toString(version);
    }
}
