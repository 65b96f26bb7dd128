package io.orderfield.web.technician;

import static io.orderfield.web.api.Bodies.listed;
import static io.orderfield.web.api.Bodies.required;
import static io.orderfield.web.api.Bodies.text;

import io.orderfield.fsm.dispatch.Absence;
import io.orderfield.fsm.dispatch.TechnicianChange;
import io.orderfield.fsm.dispatch.WorkingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a technician; what is left out stays. Lists replace the ones before.
 *
 * @param home without coordinates: not known any more
 * @param active false: gets no further work; visits that are planned stay
 * @param fieldSystem user name of the system that acts for the technician; empty: one of our own
 */
@Schema(name = "TechnicianPatch")
public record TechnicianPatch(
        @Nullable String name,
        @Nullable List<@Nullable String> regions,
        @Nullable List<@Nullable String> skills,
        @Nullable String timeZone,
        @Nullable HomeBody home,
        @Nullable List<@Nullable HoursBody> workingHours,
        @Nullable List<@Nullable AwayBody> absences,
        @Nullable Boolean active,
        @Nullable String fieldSystem) {

    /** Coordinates in degrees, both or none. */
    @Schema(name = "NewTechnicianHome")
    public record HomeBody(
            @Nullable Double latitude, @Nullable Double longitude) {}

    /**
     * A time of a weekday, local to the technician.
     *
     * @param start such as 08:00
     * @param end such as 17:00; 00:00 is the end of the day
     */
    @Schema(name = "NewWorkingTime")
    public record HoursBody(
            @Nullable DayOfWeek day,
            @Schema(implementation = String.class) @Nullable LocalTime start,
            @Schema(implementation = String.class) @Nullable LocalTime end) {}

    /** Days on which the technician is not there, the last one among them. */
    @Schema(name = "NewAbsence")
    public record AwayBody(
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String reason) {}

    TechnicianChange command() {
        return new TechnicianChange(
                name,
                words("regions", regions),
                words("skills", skills),
                timeZone,
                home == null ? null : new TechnicianChange.Home(home.latitude(), home.longitude()),
                hours(),
                away(),
                active,
                fieldSystem);
    }

    private static @Nullable Set<String> words(String field, @Nullable List<@Nullable String> words) {
        return words == null ? null : new LinkedHashSet<>(listed(field, words));
    }

    private @Nullable List<WorkingTime> hours() {
        if (workingHours == null) {
            return null;
        }
        List<HoursBody> all = listed("workingHours", workingHours);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new WorkingTime(
                        required("workingHours[" + i + "].day", all.get(i).day()),
                        required("workingHours[" + i + "].start", all.get(i).start()),
                        required("workingHours[" + i + "].end", all.get(i).end())))
                .toList();
    }

    private @Nullable List<Absence> away() {
        if (absences == null) {
            return null;
        }
        List<AwayBody> all = listed("absences", absences);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Absence(
                        required("absences[" + i + "].firstDay", all.get(i).firstDay()),
                        required("absences[" + i + "].lastDay", all.get(i).lastDay()),
                        text(all.get(i).reason()).strip()))
                .toList();
    }
}
