package io.orderfield.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the table may ask about one domain order. A fact that is null (or a characteristic that is absent) is
 * <em>missing</em>: it satisfies no condition, only a blank cell.
 *
 * @param specification code of the domain order's specification
 * @param action {@code ADD}, {@code CHANGE} or {@code DISCONNECT}
 * @param region region of the location
 * @param country country code of the location
 * @param segment segment of the account
 * @param quantity quantity of the domain order, at least 1
 * @param priority 1 (critical) to 4 (low)
 * @param leadDays calendar days from the decision date to the requested date; negative when it has passed
 * @param requestedDate local date at the location
 * @param characteristics value by characteristic name, as plain text (numbers with a decimal point, dates yyyy-mm-dd)
 */
public record PolicyFacts(
        String specification,
        String action,
        @Nullable String region,
        @Nullable String country,
        @Nullable String segment,
        int quantity,
        int priority,
        @Nullable Integer leadDays,
        @Nullable LocalDate requestedDate,
        Map<String, String> characteristics)
        implements Facts {

    /**
     * @throws IllegalArgumentException when the action is none of the three: such facts would silently match too little
     */
    public PolicyFacts {
        Objects.requireNonNull(specification, "specification");
        if (!Column.ACTIONS.contains(action)) {
            throw new IllegalArgumentException("action must be one of " + Column.ACTIONS + ", not " + action);
        }
        characteristics = Map.copyOf(characteristics);
    }

    /** Calendar days from the decision date to the requested date, as far as there are numbers for them. */
    public static int leadDays(LocalDate decision, LocalDate requested) {
        long days = ChronoUnit.DAYS.between(decision, requested);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, days));
    }

    @Override
    public @Nullable Object fact(String header) {
        return switch (header) {
            case "specification" -> specification;
            case "action" -> action;
            case "region" -> region;
            case "country" -> country;
            case "segment" -> segment;
            case "quantity" -> quantity;
            case "priority" -> priority;
            case "leadDays" -> leadDays;
            case "requestedDate" -> requestedDate;
            default -> characteristic(header);
        };
    }

    private @Nullable String characteristic(String header) {
        if (!header.startsWith(Column.CHARACTERISTIC_PREFIX)) {
            throw new IllegalArgumentException("there is no fact " + header);
        }
        return characteristics.get(header.substring(Column.CHARACTERISTIC_PREFIX.length()));
    }
}
