package io.orderfield.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts for tests: an ADD of one ONT with priority 3 and nothing else known, until said otherwise. */
final class FactsBuilder {
    /** The day of the decisions. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private String specification = "ONT";
    private String action = "ADD";
    private @Nullable String region;
    private @Nullable String country;
    private @Nullable String segment;
    private int quantity = 1;
    private int priority = 3;
    private @Nullable Integer leadDays;
    private @Nullable LocalDate requestedDate;
    private final Map<String, String> characteristics = new HashMap<>();

    static FactsBuilder facts() {
        return new FactsBuilder();
    }

    static FactsBuilder facts(String action, String specification) {
        FactsBuilder facts = new FactsBuilder();
        facts.action = action;
        facts.specification = specification;
        return facts;
    }

    FactsBuilder region(@Nullable String value) {
        region = value;
        return this;
    }

    FactsBuilder country(@Nullable String value) {
        country = value;
        return this;
    }

    FactsBuilder segment(@Nullable String value) {
        segment = value;
        return this;
    }

    FactsBuilder quantity(int value) {
        quantity = value;
        return this;
    }

    FactsBuilder priority(int value) {
        priority = value;
        return this;
    }

    FactsBuilder leadDays(@Nullable Integer value) {
        leadDays = value;
        return this;
    }

    FactsBuilder requestedDate(@Nullable LocalDate value) {
        requestedDate = value;
        return this;
    }

    FactsBuilder characteristic(String name, String value) {
        characteristics.put(name, value);
        return this;
    }

    PolicyFacts build() {
        return new PolicyFacts(
                specification,
                action,
                region,
                country,
                segment,
                quantity,
                priority,
                leadDays,
                requestedDate,
                characteristics);
    }
}
