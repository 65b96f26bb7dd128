package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.SpecificationChecks;
import io.orderfield.rules.Column;
import io.orderfield.rules.PolicyFacts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to try a draft on: a domain order that there is, with the facts on which it was decided, or one that there might be.
 *
 * @param domainOrder number of the domain order; the other facts are left out then
 * @param quantity 1 to 9,999; 1 when it is left out
 * @param priority 1 to 4; 3 when it is left out
 * @param leadDays when it is left out, the days from the date of the decision to the requested date
 * @param date of the decision; today in UTC, or that of the domain order's approval, when it is left out
 */
public record DraftTrial(
        @Nullable String domainOrder,
        @Nullable String specification,
        @Nullable String action,
        @Nullable String region,
        @Nullable String country,
        @Nullable String segment,
        @Nullable Integer quantity,
        @Nullable Integer priority,
        @Nullable Integer leadDays,
        @Nullable LocalDate requestedDate,
        @Nullable Map<String, @Nullable String> characteristics,
        @Nullable LocalDate date) {

    private static final int USUAL_PRIORITY = 3;

    private static final int LEAST_PRIORITY = 4;

    /** As many as an order may have of one item. */

    /** More of them than any specification has. */
    private static final int MOST_CHARACTERISTICS = 200;

    /** Longer than any that a domain order has. */
    private static final int LONGEST = 1_000;

    /**
     * A domain order that there is.
     *
     * @param date of the decision, null for that of its approval
     */
    public static DraftTrial of(String domainOrder, @Nullable LocalDate date) {
        return new DraftTrial(domainOrder, null, null, null, null, null, null, null, null, null, null, date);
    }

    /**
     * What a table would be asked of one that there might be.
     *
     * @throws Refusal invalid-request
     */
    public PolicyFacts facts(LocalDate day) {
        if (specification == null) {
            throw Refusal.invalid("specification", Sentence.of("field.required"));
        }
        if (action == null || !Column.ACTIONS.contains(action)) {
            throw Refusal.invalid("action", Sentence.of("field.oneOf").with("codes", Column.ACTIONS));
        }
        int wanted = Objects.requireNonNullElse(quantity, 1);
        if (wanted < 1 || wanted > SpecificationChecks.MOST_OF_ONE) {
            throw Refusal.invalid("quantity", Sentence.of("field.upTo").with("most", SpecificationChecks.MOST_OF_ONE));
        }
        int urgency = Objects.requireNonNullElse(priority, USUAL_PRIORITY);
        if (urgency < 1 || urgency > LEAST_PRIORITY) {
            throw Refusal.invalid("priority", Sentence.of("field.priority.named"));
        }
        Map<String, String> given = Objects.requireNonNullElse(characteristics, Map.of());
        if (given.size() > MOST_CHARACTERISTICS) {
            throw Refusal.invalid(
                    "characteristics",
                    Sentence.of("field.tooMany").with("count", given.size()).with("most", MOST_CHARACTERISTICS));
        }
        given.forEach((name, value) -> {
            demandShort("characteristics", name);
            if (value == null) {
                throw Refusal.invalid("characteristics." + name, Sentence.of("field.noValue"));
            }
            demandShort("characteristics." + name, value);
        });
        demandShort("specification", specification);
        demandShort("region", region);
        demandShort("country", country);
        demandShort("segment", segment);
        return new PolicyFacts(
                specification,
                action,
                region,
                country,
                segment,
                wanted,
                urgency,
                leadDays != null || requestedDate == null
                        ? leadDays
                        : Integer.valueOf(PolicyFacts.leadDays(day, requestedDate)),
                requestedDate,
                given);
    }

    private static void demandShort(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw Refusal.invalid(
                    field,
                    Sentence.of("field.tooLong").with("length", text.length()).with("most", LONGEST));
        }
    }
}
