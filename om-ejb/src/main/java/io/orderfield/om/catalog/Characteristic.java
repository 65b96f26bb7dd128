package io.orderfield.om.catalog;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A typed property of a specification. An entity, because EclipseLink 4 fails on batches of embeddables.
 */
@Entity
@Table(name = "specification_characteristic", schema = "om")
class Characteristic {
    private static final String SEPARATOR = "\n";

    @Id
    private UUID id;

    @Column(name = "specification")
    private String specification;

    @Column(name = "position")
    private int position;

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

    Characteristic(String specification, int position, CharacteristicView view) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.specification = specification;
        this.position = position;
        this.name = view.name();
        this.type = CharacteristicType.valueOf(view.type().toUpperCase(Locale.ROOT));
        this.mandatory = view.mandatory();
        this.choices = view.choices().isEmpty() ? null : String.join(SEPARATOR, view.choices());
        if ((type == CharacteristicType.CHOICE) != (choices != null)) {
            throw new IllegalArgumentException("a choice, and only a choice, has choices: " + name);
        }
    }

    /** Code of the specification that it belongs to. */
    String specification() {
        return specification;
    }

    CharacteristicView view() {
        return new CharacteristicView(
                name, type.word(), mandatory, choices == null ? List.of() : List.of(choices.split(SEPARATOR)));
    }
}
