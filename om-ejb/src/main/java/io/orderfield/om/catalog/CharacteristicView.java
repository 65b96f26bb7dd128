package io.orderfield.om.catalog;

import java.util.List;

/**
 * A typed property of a specification.
 *
 * @param type {@code text}, {@code number}, {@code boolean} or {@code choice}
 * @param mandatory true when an order must give it before it can be placed
 * @param choices the allowed values of a choice, else empty
 */
public record CharacteristicView(String name, String type, boolean mandatory, List<String> choices) {}
