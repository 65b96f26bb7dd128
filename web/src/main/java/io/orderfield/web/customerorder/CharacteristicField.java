package io.orderfield.web.customerorder;

import io.orderfield.om.catalog.CharacteristicView;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One characteristic in a form: what the catalog says about it and what the reader typed. */
public class CharacteristicField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String type;
    private final boolean mandatory;
    private final List<String> choices;
    private @Nullable String value;

    CharacteristicField(CharacteristicView characteristic, @Nullable String value) {
        this.name = characteristic.name();
        this.type = characteristic.type();
        this.mandatory = characteristic.mandatory();
        this.choices = type.equals("boolean") ? List.of("true", "false") : List.copyOf(characteristic.choices());
        this.value = value;
    }

    /** Copies what was typed. */
    CharacteristicField(CharacteristicField other) {
        this.name = other.name;
        this.type = other.type;
        this.mandatory = other.mandatory;
        this.choices = other.choices;
        this.value = other.value;
    }

    public String getName() {
        return name;
    }

    public String getType() {
        return type;
    }

    public boolean isMandatory() {
        return mandatory;
    }

    /** What can be chosen; empty where it is typed. */
    public List<String> getChoices() {
        return choices;
    }

    public @Nullable String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value;
    }

    boolean isMissing() {
        return mandatory && (value == null || value.isBlank());
    }
}
