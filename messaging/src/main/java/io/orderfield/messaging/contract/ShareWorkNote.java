package io.orderfield.messaging.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's note on a domain order, shared with field service. Order Management sends one for each open work order of
 * the domain order. Field Service shows it in the work order's activity, once per note id, and never sends it back.
 *
 * @param workOrderKey the work order that gets the note
 * @param noteId identity of the work note; a repeat is ignored
 * @param author display name of the person
 * @param occurredAt when it was written
 * @param text the note, at most 4,000 characters
 */
public record ShareWorkNote(UUID workOrderKey, UUID noteId, String author, Instant occurredAt, String text) {}
