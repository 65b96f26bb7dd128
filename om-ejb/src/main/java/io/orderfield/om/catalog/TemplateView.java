package io.orderfield.om.catalog;

/** Order Management's read copy of a work order template; Field Service owns the template. */
public record TemplateView(String code, String name, boolean active) {}
