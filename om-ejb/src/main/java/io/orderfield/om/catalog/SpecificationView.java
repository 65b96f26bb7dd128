package io.orderfield.om.catalog;

import io.orderfield.kernel.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be sold (a product), or what a product is realized as (services and resources).
 *
 * @param type {@code product}, {@code service} or {@code resource}; line items name products
 * @param characteristics what an order may say about it, in the order of the catalog
 * @param parts what it is realized as, one level down
 * @param version rises with every change
 * @param updatedAt null for one that is not in the database yet
 * @param updatedBy user name of who changed it last
 */
public record SpecificationView(
        String code,
        String name,
        String type,
        boolean active,
        List<CharacteristicView> characteristics,
        List<PartView> parts,
        long version,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy)
        implements Versioned {
    public SpecificationView {
        characteristics = List.copyOf(characteristics);
        parts = List.copyOf(parts);
    }

    /** A specification that is not in the database yet. */
    public SpecificationView(
            String code,
            String name,
            String type,
            boolean active,
            List<CharacteristicView> characteristics,
            List<PartView> parts) {
        this(code, name, type, active, characteristics, parts, 0, null, null);
    }
}
