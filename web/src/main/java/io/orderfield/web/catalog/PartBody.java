package io.orderfield.web.catalog;

import static io.orderfield.web.api.Bodies.text;

import io.orderfield.om.catalog.PartView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A specification that another is to be realized as.
 *
 * @param code code of the part's specification
 * @param factor how many per one of the whole; 1 when left out
 */
@Schema(name = "PartBody")
public record PartBody(@Nullable String code, @Nullable Integer factor) {

    static List<PartView> commands(List<PartBody> bodies) {
        return bodies.stream()
                .map(body -> new PartView(text(body.code()), body.factor() == null ? 1 : body.factor()))
                .toList();
    }
}
