package io.orderfield.om.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a specification; null leaves a part of it as it is, a list replaces the whole list. Code and type stay for
 * ever.
 */
public record SpecificationChange(
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable List<CharacteristicView> characteristics,
        @Nullable List<PartView> parts) {

    /** What the specification says after the change. */
    public SpecificationView of(SpecificationView now) {
        return new SpecificationView(
                now.code(),
                name == null ? now.name() : name,
                now.type(),
                active == null ? now.active() : active,
                characteristics == null ? now.characteristics() : characteristics,
                parts == null ? now.parts() : parts,
                now.version(),
                now.updatedAt(),
                now.updatedBy());
    }
}
