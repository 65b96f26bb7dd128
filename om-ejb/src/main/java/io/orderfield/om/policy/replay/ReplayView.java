package io.orderfield.om.policy.replay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay of a draft: how far it is, and what was found until now.
 *
 * @param revision of the draft that it replays
 * @param outdated whether the draft says something else now
 * @param unread how many rows of the draft can't be read and were left out
 * @param days over which it goes back
 * @param running whether it goes on
 * @param total how many domain orders there are to be seen
 * @param done how many of them were seen
 * @param factsNotKept how many of those seen were decided before the facts of a decision were kept
 * @param lines how many differences were found
 * @param decided on the facts that decided, of all domain orders
 * @param today on the facts of today, of the open ones
 * @param endedAt null while it runs, and where its server ended under it
 */
public record ReplayView(
        UUID id,
        UUID draft,
        long revision,
        boolean outdated,
        int unread,
        int days,
        ReplayState state,
        boolean running,
        long total,
        long done,
        long factsNotKept,
        int lines,
        ReplayFigures decided,
        ReplayFigures today,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt) {}
