package io.orderfield.om.user;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody is signed in to pages, in one browser.
 *
 * @param id is no secret: it opens nothing
 * @param revision of the user when the session began
 * @param lastUsedAt to the minute
 * @param address from where the user signed in
 * @param agent what the browser calls itself; empty where it said nothing
 */
public record SessionView(
        String id, String username, long revision, Instant startedAt, Instant lastUsedAt, String address, String agent)
        implements Serializable {}
