package io.orderfield.om.importing;

import io.orderfield.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be imported, each with the fields that a row may have; they are named as in the API. */
public enum ImportKind {
    ACCOUNTS("number", "externalCode", "name", "segment", "active"),
    CONTACTS("number", "externalCode", "account", "accountExternalCode", "name", "phone", "email", "active"),
    LOCATIONS(
            "number",
            "externalCode",
            "account",
            "accountExternalCode",
            "name",
            "street",
            "postalCode",
            "city",
            "region",
            "country",
            "latitude",
            "longitude",
            "timeZone",
            "accessNotes",
            "active"),
    SPECIFICATIONS("code", "name", "type", "active", "characteristics", "parts");

    /** What the API answers beside; a list that was read from it can be sent back as it is. */
    private static final Set<String> IGNORED = Set.of("version", "updatedAt", "updatedBy");

    private final List<String> fields;

    ImportKind(String... fields) {
        this.fields = List.of(fields);
    }

    /** The kind of this name, as in the API: {@code accounts}, {@code contacts} … */
    public static ImportKind named(String word) {
        for (ImportKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw Refusal.notFound("import", word);
    }

    /** Its name in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fields that a row may have. */
    public List<String> fields() {
        return fields;
    }

    boolean knows(String field) {
        return fields.contains(field) || IGNORED.contains(field);
    }

    boolean ignores(String field) {
        return IGNORED.contains(field);
    }
}
