package io.orderfield.om.closing;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands against closing a domain order.
 *
 * @param kind {@code work-order} (open, with an unanswered command, or REFUSED until it is asked for again or waived),
 *     {@code requested-change}, {@code follow-up-wish}, {@code child-domain-order} or {@code hold}
 * @param number number of the record that blocks, null while it has none
 * @param template code of the template where a work order blocks
 * @param state state of the record that blocks
 * @param link path of the record in the REST API
 */
public record Blocker(
        String kind,
        @Nullable String number,
        @Nullable String template,
        @Nullable String state,
        String link) implements Serializable {}
