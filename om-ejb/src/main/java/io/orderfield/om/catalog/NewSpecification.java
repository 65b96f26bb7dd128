package io.orderfield.om.catalog;

import java.util.List;

/**
 * A specification to create.
 *
 * @param type {@code product}, {@code service} or {@code resource}
 * @param characteristics what an order may say about it, in the order of forms
 * @param parts what it is realized as, one level down
 */
public record NewSpecification(
        String code, String name, String type, List<CharacteristicView> characteristics, List<PartView> parts) {
    public NewSpecification {
        characteristics = List.copyOf(characteristics);
        parts = List.copyOf(parts);
    }
}
