package io.orderfield.om.customerorder;

import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.catalog.SpecificationChecks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Checks the single fields that an order or an item says, whatever else it says. */
final class OrderFields {
    private static final int LONGEST_INSTRUCTIONS = 4_000;
    private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2100, 12, 31);

    private final Checks checks;
    private final ItemReferences references;
    private final Clock clock;
    private final boolean partner;

    /** @param partner whoever asks is the customer, and makes no promises to themself */
    OrderFields(Checks checks, ItemReferences references, Clock clock, boolean partner) {
        this.checks = checks;
        this.references = references;
        this.clock = clock;
        this.partner = partner;
    }

    OrderFields of(boolean aPartner) {
        return new OrderFields(checks, references, clock, aPartner);
    }

    /** The same checks, whose problems go elsewhere. */
    OrderFields into(Checks others) {
        return new OrderFields(others, references, clock, partner);
    }

    LineItemAction action(String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            checks.problem(field, Sentence.of("field.requiredAction"));
            return LineItemAction.ADD;
        }
        return LineItemAction.named(name).orElseGet(() -> {
            checks.problem(field, Sentence.of("field.action"));
            return LineItemAction.ADD;
        });
    }

    int quantity(String field, int quantity) {
        if (quantity < 1 || quantity > SpecificationChecks.MOST_OF_ONE) {
            checks.problem(field, Sentence.of("field.upTo").with("most", SpecificationChecks.MOST_OF_ONE));
        }
        return quantity;
    }

    int priority(String field, int priority) {
        if (priority < 1 || priority > 4) {
            checks.problem(field, Sentence.of("field.priority.named"));
        }
        return priority;
    }

    @Nullable
    LocalDate date(String field, @Nullable LocalDate date) {
        if (date != null && (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE))) {
            checks.problem(
                    field,
                    Sentence.of("field.between").with("first", FIRST_DATE).with("last", LAST_DATE));
        }
        return date;
    }

    /** A promise: for today, wherever of these locations that is latest, or later. */
    @Nullable
    LocalDate committed(String field, @Nullable LocalDate date, Collection<String> places) {
        if (date != null && partner) {
            checks.problem(field, Sentence.of("field.orderDesk"));
        } else if (date != null) {
            LocalDate today = places.stream()
                    .map(p -> LocalDate.ofInstant(clock.instant(), references.zoneOf(p)))
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            if (date.isBefore(today)) {
                checks.problem(field, Sentence.of("field.beforeToday").with("today", today));
            }
        }
        return date(field, date);
    }

    @Nullable
    String instructions(String field, @Nullable String text) {
        return checks.optional(field, text, LONGEST_INSTRUCTIONS);
    }
}
