package io.orderfield.web.catalog;

import io.orderfield.om.catalog.CharacteristicView;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A characteristic in the form of a specification; its choices are written one a line. */
public final class CharacteristicLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String name;
    private String type = "text";
    private boolean mandatory;
    private @Nullable String choices;

    static CharacteristicLine of(CharacteristicView view) {
        CharacteristicLine line = new CharacteristicLine();
        line.name = view.name();
        line.type = view.type();
        line.mandatory = view.mandatory();
        line.choices = String.join("\n", view.choices());
        return line;
    }

    CharacteristicView command() {
        List<String> lines = Objects.toString(choices, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new CharacteristicView(
                Objects.toString(name, ""), type, mandatory, type.equals("choice") ? lines : List.of());
    }

    /** In words, for comparing. */
    static String words(List<CharacteristicView> characteristics) {
        return String.join(
                "\n",
                characteristics.stream()
                        .map(c -> c.name() + (c.mandatory() ? " *" : "") + ": " + c.type()
                                + (c.choices().isEmpty() ? "" : " (" + String.join(", ", c.choices()) + ")"))
                        .toList());
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public String getType() {
        return type;
    }

    /** Null where a form came without it; the service says what is missing. */
    public void setType(@Nullable String type) {
        this.type = Objects.toString(type, "");
    }

    public boolean isMandatory() {
        return mandatory;
    }

    public void setMandatory(boolean mandatory) {
        this.mandatory = mandatory;
    }

    public @Nullable String getChoices() {
        return choices;
    }

    public void setChoices(@Nullable String choices) {
        this.choices = choices;
    }
}
