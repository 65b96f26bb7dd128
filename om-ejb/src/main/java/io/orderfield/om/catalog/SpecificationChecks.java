package io.orderfield.om.catalog;

import io.orderfield.kernel.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a specification must look like. Answers the tidied one or refuses with every problem. */
public final class SpecificationChecks {
    static final int MOST_CHARACTERISTICS = 50;
    static final int MOST_PARTS = 50;

    /** Of nothing does one order, part or rule ask for more. */
    public static final int MOST_OF_ONE = 9_999;

    private static final int CODE = 50;
    private static final int NAME = 200;
    private static final int CHOICE = 200;
    private static final int ALL_CHOICES = 4_000;
    private static final Set<String> TYPES = Set.of("text", "number", "boolean", "choice");

    private final Checks checks = new Checks();

    private SpecificationChecks() {}

    /**
     * The specification as it may be stored.
     *
     * @param known every specification by code; what it is realized as must be among them
     */
    public static SpecificationView checked(SpecificationView wanted, Map<String, SpecificationView> known) {
        SpecificationChecks form = new SpecificationChecks();
        String code = form.code(wanted.code());
        String name = form.checks.required("name", wanted.name(), NAME);
        String type = form.type(wanted.type());
        SpecificationView valid = new SpecificationView(
                code,
                name,
                type,
                wanted.active(),
                form.characteristics(wanted.characteristics()),
                form.parts(wanted.parts(), code, type, known),
                wanted.version(),
                wanted.updatedAt(),
                wanted.updatedBy());
        form.checks.finish();
        return valid;
    }

    private String code(String code) {
        String valid = checks.required("code", code, CODE);
        if (!valid.isEmpty() && !valid.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            checks.problem("code", Sentence.of("field.specificationCode"));
        }
        return valid;
    }

    private String type(String type) {
        String valid = checks.required("type", type, CODE).toLowerCase(Locale.ROOT);
        if (!valid.isEmpty() && !SpecificationType.WORDS.contains(valid)) {
            checks.problem("type", Sentence.of("field.specificationType"));
            return "";
        }
        return valid;
    }

    private List<CharacteristicView> characteristics(List<CharacteristicView> wanted) {
        if (wanted.size() > MOST_CHARACTERISTICS) {
            checks.problem(
                    "characteristics",
                    Sentence.of("field.tooMany").with("count", wanted.size()).with("most", MOST_CHARACTERISTICS));
            return List.of();
        }
        List<CharacteristicView> valid = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            valid.add(characteristic("characteristics[" + i + "]", wanted.get(i), names));
        }
        return valid;
    }

    private CharacteristicView characteristic(String field, CharacteristicView wanted, Set<String> names) {
        String name = checks.required(field + ".name", wanted.name(), 64);
        if (!name.isEmpty() && !name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            checks.problem(field + ".name", Sentence.of("field.characteristicName"));
        } else if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
            checks.problem(field + ".name", Sentence.of("field.namedTwice").with("name", name));
        }
        String type = checks.required(field + ".type", wanted.type(), CODE).toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !TYPES.contains(type)) {
            checks.problem(field + ".type", Sentence.of("field.characteristicType"));
        }
        return new CharacteristicView(
                name, type, wanted.mandatory(), choices(field + ".choices", type, wanted.choices()));
    }

    private List<String> choices(String field, String type, List<String> wanted) {
        List<String> valid = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int length = 0;
        for (int i = 0; i < wanted.size(); i++) {
            String choice = checks.required(field + "[" + i + "]", wanted.get(i), CHOICE);
            if (choice.indexOf('\n') >= 0 || choice.indexOf('\r') >= 0) {
                checks.problem(field + "[" + i + "]", Sentence.of("field.line"));
            } else if (!choice.isEmpty() && !seen.add(choice.toLowerCase(Locale.ROOT))) {
                checks.problem(
                        field + "[" + i + "]", Sentence.of("field.namedTwice").with("name", choice));
            }
            length += choice.length() + 1;
            valid.add(choice);
        }
        if (type.equals("choice") && valid.isEmpty()) {
            checks.problem(field, Sentence.of("field.noChoice"));
        } else if (!type.equals("choice") && !valid.isEmpty()) {
            checks.problem(field, Sentence.of("field.choices"));
        } else if (length > ALL_CHOICES) {
            checks.problem(field, Sentence.of("field.choicesTooLong").with("most", ALL_CHOICES));
        }
        return valid;
    }

    private List<PartView> parts(
            List<PartView> wanted, String whole, String type, Map<String, SpecificationView> known) {
        if (wanted.size() > MOST_PARTS) {
            checks.problem(
                    "parts",
                    Sentence.of("field.tooMany").with("count", wanted.size()).with("most", MOST_PARTS));
            return List.of();
        }
        List<PartView> valid = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            String field = "parts[" + i + "]";
            String code = checks.required(field + ".code", wanted.get(i).code(), CODE);
            int factor = wanted.get(i).factor();
            if (factor < 1 || factor > MOST_OF_ONE) {
                checks.problem(field + ".factor", Sentence.of("field.upTo").with("most", MOST_OF_ONE));
            }
            if (!code.isEmpty() && !codes.add(code)) {
                checks.problem(field + ".code", Sentence.of("field.namedTwice").with("name", code));
            } else if (!code.isEmpty() && !code.equals(whole)) {
                part(field + ".code", code, type, known);
            }
            valid.add(new PartView(code, factor));
        }
        return valid;
    }

    /** Being realized as itself is a cycle, which is refused as one; so the whole is not looked at here. */
    private void part(String field, String code, String type, Map<String, SpecificationView> known) {
        SpecificationView part = known.get(code);
        if (part == null) {
            checks.problem(field, Sentence.of("field.noSpecification").with("code", code));
        } else if (!type.isEmpty() && !SpecificationType.of(type).mayHave(SpecificationType.of(part.type()))) {
            checks.problem(
                    field,
                    Sentence.of("field.realizedAs")
                            .with("type", type)
                            .with("partType", part.type())
                            .with("code", code));
        }
    }
}
