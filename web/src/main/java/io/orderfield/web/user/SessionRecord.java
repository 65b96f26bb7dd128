package io.orderfield.web.user;

import io.orderfield.om.user.SessionView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody is signed in to the pages, in one browser.
 *
 * @param lastUsedAt to the minute
 * @param address from where the user signed in
 * @param agent what the browser calls itself; empty where it said nothing
 */
@Schema(name = "Session")
public record SessionRecord(String id, Instant startedAt, Instant lastUsedAt, String address, String agent) {

    public static SessionRecord of(SessionView session) {
        return new SessionRecord(
                session.id(), session.startedAt(), session.lastUsedAt(), session.address(), session.agent());
    }
}
