package io.orderfield.web.catalog;

import static io.orderfield.web.api.Bodies.text;

import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.web.api.Bodies;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A typed property that a specification is to have.
 *
 * @param type {@code text}, {@code number}, {@code boolean} or {@code choice}
 * @param mandatory true when an order must give it before it can be placed; false when left out
 * @param choices the allowed values of a choice
 */
@Schema(name = "CharacteristicBody")
public record CharacteristicBody(
        @Nullable String name,
        @Nullable String type,
        @Nullable Boolean mandatory,
        @Nullable List<@Nullable String> choices) {

    static List<CharacteristicView> commands(List<CharacteristicBody> bodies) {
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> bodies.get(i).command("characteristics[" + i + "]"))
                .toList();
    }

    private CharacteristicView command(String field) {
        return new CharacteristicView(
                text(name), text(type), Boolean.TRUE.equals(mandatory), Bodies.listed(field + ".choices", choices));
    }
}
