package io.orderfield.web.catalog;

import io.orderfield.fsm.dispatch.TechnicianView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A technician.
 *
 * @param username the name to sign in and to assign with
 * @param region the regions that the technician serves, separated by commas
 * @param skills codes of skills
 * @param timeZone IANA time zone
 * @param active false: gets no further work
 */
@Schema(name = "Technician")
public record TechnicianRecord(
        String username, String name, String region, List<String> skills, String timeZone, boolean active) {

    static TechnicianRecord of(TechnicianView view) {
        return new TechnicianRecord(
                view.username(),
                view.name(),
                view.region(),
                view.skills().stream().sorted().toList(),
                view.timeZone(),
                view.active());
    }
}
