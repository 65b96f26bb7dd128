package io.orderfield.web.catalog;

import static io.orderfield.web.api.Bodies.text;

import io.orderfield.om.catalog.NewAccount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account to create. */
@Schema(name = "NewAccount")
public record NewAccountBody(
        @Nullable String name,
        @Nullable String segment,
        @Nullable String externalCode) {

    NewAccount command() {
        return new NewAccount(text(name), segment, externalCode);
    }
}
