package io.orderfield.om.catalog;

import java.util.List;

/**
 * What can be sold (a product), or what a product is realized as (services and resources).
 *
 * @param type {@code product}, {@code service} or {@code resource}; line items name products
 * @param characteristics what an order may say about it, in the order of the catalog
 * @param parts what it is realized as, one level down
 */
public record SpecificationView(
        String code,
        String name,
        String type,
        boolean active,
        List<CharacteristicView> characteristics,
        List<PartView> parts) {}
