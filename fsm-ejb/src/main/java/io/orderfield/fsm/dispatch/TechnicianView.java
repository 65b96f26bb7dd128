package io.orderfield.fsm.dispatch;

import java.util.Set;

/**
 * A technician.
 *
 * @param username the name to sign in and to assign with
 * @param region the regions that the technician serves, separated by commas
 * @param skills codes of skills
 * @param timeZone IANA time zone
 * @param active false: gets no further work
 */
public record TechnicianView(
        String username, String name, String region, Set<String> skills, String timeZone, boolean active) {}
