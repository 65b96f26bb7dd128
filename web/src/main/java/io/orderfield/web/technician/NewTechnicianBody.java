package io.orderfield.web.technician;

import io.orderfield.fsm.dispatch.TechnicianChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A technician to create; left out: no region, no skill, UTC, no home, Monday to Friday from 8 to 17, active.
 *
 * @param username of the user who will sign in as this technician; never changes
 */
@Schema(name = "NewTechnician")
public record NewTechnicianBody(
        @Nullable String username,
        @Nullable String name,
        @Nullable List<@Nullable String> regions,
        @Nullable List<@Nullable String> skills,
        @Nullable String timeZone,
        TechnicianPatch.@Nullable HomeBody home,
        @Nullable List<TechnicianPatch.@Nullable HoursBody> workingHours,
        @Nullable List<TechnicianPatch.@Nullable AwayBody> absences,
        @Nullable Boolean active,
        @Nullable String fieldSystem) {

    TechnicianChange command() {
        return new TechnicianPatch(name, regions, skills, timeZone, home, workingHours, absences, active, fieldSystem)
                .command();
    }
}
