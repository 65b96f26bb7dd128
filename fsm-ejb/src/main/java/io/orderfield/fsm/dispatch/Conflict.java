package io.orderfield.fsm.dispatch;

import io.orderfield.kernel.Sentence;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something that speaks against a visit. A dispatcher may override it with a reason.
 *
 * @param kind overlap, missing-skill, absence, outside-working-hours, outside-window or other-region
 * @param task number of the other task, for an overlap
 * @param detail what exactly
 */
public record Conflict(String kind, @Nullable String task, Sentence detail) implements Serializable {}
