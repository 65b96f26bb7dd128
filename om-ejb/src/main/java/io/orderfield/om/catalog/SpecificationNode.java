package io.orderfield.om.catalog;

/**
 * One node of the tree that a specification is realized as.
 *
 * @param depth 0 for the specification itself
 * @param factor how many per one of its whole
 * @param total how many per one of the specification at the top
 */
public record SpecificationNode(
        int depth, String code, String name, String type, boolean active, int factor, long total) {}
