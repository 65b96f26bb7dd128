package io.orderfield.om.catalog;

/**
 * One part of what a specification is realized as.
 *
 * @param code code of the part's specification
 * @param factor how many per one of the whole, at least 1
 */
public record PartView(String code, int factor) {}
