package io.orderfield.web.catalog;

import static io.orderfield.web.api.Bodies.text;

import io.orderfield.om.catalog.NewContact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact to create. */
@Schema(name = "NewContact")
public record NewContactBody(
        @Nullable String account,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String externalCode) {

    NewContact command() {
        return new NewContact(text(account), text(name), phone, email, externalCode);
    }
}
