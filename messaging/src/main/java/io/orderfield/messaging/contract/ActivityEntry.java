package io.orderfield.messaging.contract;

import java.time.Instant;
import java.util.List;

/**
 * One thing that happened to a work order. Becomes exactly one work note on the domain order.
 *
 * @param sequence position in the work order's activity, from 1 without gaps
 * @param occurredAt when it happened; never before the entry with the sequence before
 * @param kind what it was: created, state-changed, updated, scheduled, assigned, unassigned, canceled, refused, note,
 *     closed, acknowledged, follow-up-wanted, attachment-added
 * @param author display name of the person, or {@code Field Service} for what happened by itself
 * @param task number of the task that it is about, or null
 * @param state the work order's state after it
 * @param changes old and new values; may be empty
 * @param text free text of a person (a note, a reason), or null
 * @param attachment what was added, with the kind attachment-added; else null
 */
public record ActivityEntry(
        long sequence,
        Instant occurredAt,
        String kind,
        String author,
        String task,
        String state,
        List<FieldChange> changes,
        String text,
        AttachmentDetails attachment) {}
