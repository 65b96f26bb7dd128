package io.orderfield.web.catalog;

import io.orderfield.om.catalog.CharacteristicView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A typed property of a specification.
 *
 * @param type {@code text}, {@code number}, {@code boolean} or {@code choice}
 * @param mandatory true when an order must give it before it can be placed
 * @param choices the allowed values of a choice, else empty
 */
@Schema(name = "Characteristic")
public record CharacteristicRecord(String name, String type, boolean mandatory, List<String> choices) {

    static CharacteristicRecord of(CharacteristicView view) {
        return new CharacteristicRecord(view.name(), view.type(), view.mandatory(), view.choices());
    }
}
