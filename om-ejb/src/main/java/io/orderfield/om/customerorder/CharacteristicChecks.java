package io.orderfield.om.customerorder;

import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.catalog.SpecificationView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Characteristics against the types that the specification gives them. */
final class CharacteristicChecks {
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_NUMBER = 30;

    private CharacteristicChecks() {}

    /**
     * The values in their one written form (numbers without trailing zeros, {@code true} or {@code false}, choices as the
     * catalog writes them). A blank value means none.
     */
    static Map<String, String> valid(
            Checks checks, String field, SpecificationView specification, Map<String, String> values) {
        Map<String, CharacteristicView> known = specification.characteristics().stream()
                .collect(Collectors.toMap(CharacteristicView::name, Function.identity()));
        Map<String, String> valid = new TreeMap<>();
        values.forEach((name, value) -> {
            String path = field + "." + (name.length() > 64 ? name.substring(0, 64) + "…" : name);
            CharacteristicView characteristic = known.get(name);
            if (characteristic == null) {
                checks.problem(path, Sentence.of("field.noCharacteristic").with("specification", specification.code()));
            } else if (value != null && !value.isBlank()) {
                String written = written(checks, path, characteristic, value.strip());
                if (written != null) {
                    valid.put(name, written);
                }
            }
        });
        return valid;
    }

    /** Notes each mandatory characteristic that has no value. */
    static void complete(Checks checks, String field, SpecificationView specification, Map<String, String> values) {
        for (CharacteristicView characteristic : specification.characteristics()) {
            String value = values.get(characteristic.name());
            if (characteristic.mandatory() && (value == null || value.isBlank())) {
                checks.problem(field + "." + characteristic.name(), Sentence.of("field.requiredToPlace"));
            }
        }
    }

    private static @Nullable String written(
            Checks checks, String path, CharacteristicView characteristic, String value) {
        return switch (characteristic.type()) {
            case "number" -> number(checks, path, value);
            case "boolean" -> oneOf(checks, path, value, List.of("true", "false"));
            case "choice" -> oneOf(checks, path, value, characteristic.choices());
            default -> checks.optional(path, value, LONGEST_TEXT);
        };
    }

    private static @Nullable String number(Checks checks, String path, String value) {
        // the length is checked first: 1E999999999 is short to write but endless in plain digits
        if (value.length() <= LONGEST_NUMBER && value.matches("[+-]?\\d+(\\.\\d+)?")) {
            BigDecimal number = new BigDecimal(value).stripTrailingZeros();
            return number.toPlainString();
        }
        checks.problem(path, Sentence.of("field.number").with("most", LONGEST_NUMBER));
        return null;
    }

    private static @Nullable String oneOf(Checks checks, String path, String value, List<String> choices) {
        String wanted = value.toLowerCase(Locale.ROOT);
        for (String choice : choices) {
            if (choice.toLowerCase(Locale.ROOT).equals(wanted)) {
                return choice;
            }
        }
        checks.problem(path, Sentence.of("field.oneOf").with("codes", choices));
        return null;
    }
}
