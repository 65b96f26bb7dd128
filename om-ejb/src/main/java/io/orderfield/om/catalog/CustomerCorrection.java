package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/** What the corrections of all kinds can say; null leaves a field as it is. */
public interface CustomerCorrection {
    @Nullable
    String name();

    @Nullable
    Boolean active();

    @Nullable
    String externalCode();
}
