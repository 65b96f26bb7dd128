package io.orderfield.web.catalog;

import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.web.api.Tagged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product, service or resource specification.
 *
 * @param type {@code product}, {@code service} or {@code resource}; line items name products
 * @param characteristics what an order may say about it, in the order of the catalog
 * @param parts what it is realized as, one level down
 * @param version rises with every change
 * @param updatedBy user name of who changed it last
 */
@Schema(name = "Specification")
public record SpecificationRecord(
        String code,
        String name,
        String type,
        boolean active,
        List<CharacteristicRecord> characteristics,
        List<PartRecord> parts,
        long version,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy)
        implements Tagged {

    static SpecificationRecord of(SpecificationView view) {
        return new SpecificationRecord(
                view.code(),
                view.name(),
                view.type(),
                view.active(),
                view.characteristics().stream().map(CharacteristicRecord::of).toList(),
                view.parts().stream().map(PartRecord::of).toList(),
                view.version(),
                view.updatedAt(),
                view.updatedBy());
    }

    @Override
    public String tag() {
        return Long.toString(version);
    }
}
