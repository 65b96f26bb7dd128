package io.orderfield.web.catalog;

import io.orderfield.om.catalog.SpecificationNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One node of the tree that a specification is realized as.
 *
 * @param depth 0 for the specification itself
 * @param factor how many per one of its whole
 * @param total how many per one of the specification at the top
 */
@Schema(name = "SpecificationNode")
public record SpecificationNodeRecord(
        int depth, String code, String name, String type, boolean active, int factor, long total) {

    static SpecificationNodeRecord of(SpecificationNode node) {
        return new SpecificationNodeRecord(
                node.depth(), node.code(), node.name(), node.type(), node.active(), node.factor(), node.total());
    }
}
