package io.orderfield.web.catalog;

import static io.orderfield.web.api.Bodies.text;

import io.orderfield.om.catalog.NewSpecification;
import io.orderfield.web.api.Bodies;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A specification to create; what it is realized as must be there. */
@Schema(name = "NewSpecification")
public record NewSpecificationBody(
        @Nullable String code,
        @Nullable String name,
        @Nullable String type,
        @Nullable List<@Nullable CharacteristicBody> characteristics,
        @Nullable List<@Nullable PartBody> parts) {

    NewSpecification command() {
        return new NewSpecification(
                text(code),
                text(name),
                text(type),
                CharacteristicBody.commands(Bodies.listed("characteristics", characteristics)),
                PartBody.commands(Bodies.listed("parts", parts)));
    }
}
