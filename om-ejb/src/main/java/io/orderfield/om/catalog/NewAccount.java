package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/** An account to create. */
public record NewAccount(String name, @Nullable String segment) {}
