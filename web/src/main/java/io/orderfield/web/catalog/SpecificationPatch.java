package io.orderfield.web.catalog;

import io.orderfield.om.catalog.SpecificationChange;
import io.orderfield.web.api.Bodies;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change; what is left out stays, a list replaces the whole list. Code and type stay for ever. */
@Schema(name = "SpecificationPatch")
public record SpecificationPatch(
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable List<@Nullable CharacteristicBody> characteristics,
        @Nullable List<@Nullable PartBody> parts) {

    SpecificationChange command() {
        return new SpecificationChange(
                name,
                active,
                characteristics == null
                        ? null
                        : CharacteristicBody.commands(Bodies.listed("characteristics", characteristics)),
                parts == null ? null : PartBody.commands(Bodies.listed("parts", parts)));
    }
}
