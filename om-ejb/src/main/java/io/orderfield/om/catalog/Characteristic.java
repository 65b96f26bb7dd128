package io.orderfield.om.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A typed property of a specification. */
@Embeddable
class Characteristic {
    private static final String SEPARATOR = "\n";

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private CharacteristicType type;

    @Column(name = "mandatory")
    private boolean mandatory;

    @Column(name = "choices")
    private @Nullable String choices;

    protected Characteristic() {
        // for JPA
    }

    Characteristic(CharacteristicView view) {
        this.name = view.name();
        this.type = CharacteristicType.valueOf(view.type().toUpperCase(Locale.ROOT));
        this.mandatory = view.mandatory();
        this.choices = view.choices().isEmpty() ? null : String.join(SEPARATOR, view.choices());
        if ((type == CharacteristicType.CHOICE) != (choices != null)) {
            throw new IllegalArgumentException("a choice, and only a choice, has choices: " + name);
        }
    }

    CharacteristicView view() {
        return new CharacteristicView(
                name, type.word(), mandatory, choices == null ? List.of() : List.of(choices.split(SEPARATOR)));
    }
}
