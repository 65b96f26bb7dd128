package io.orderfield.web.catalog;

import io.orderfield.om.catalog.PartView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A specification that a specification is realized as, and how many of it.
 *
 * @param code code of the part's specification
 * @param factor how many per one of the whole, at least 1
 */
@Schema(name = "Part")
public record PartRecord(String code, int factor) {

    static PartRecord of(PartView view) {
        return new PartRecord(view.code(), view.factor());
    }
}
