package io.orderfield.om.importing;

import io.orderfield.om.catalog.CatalogChecks;
import io.orderfield.om.catalog.Contact;
import io.orderfield.om.catalog.ContactCorrection;
import io.orderfield.om.catalog.NewContact;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.function.Function;

/** Imports contacts. */
final class ContactImport extends CustomerImport<Contact, ContactCorrection> {
    ContactImport(EntityManager entityManager, boolean dryRun, String by, Instant at) {
        super(entityManager, Contact.class, dryRun, by, at);
    }

    @Override
    String what() {
        return Contact.WHAT;
    }

    @Override
    NumberKind numberKind() {
        return NumberKind.CONTACT;
    }

    @Override
    Function<String, Contact> create(ImportRow row, String by, Instant at) {
        NewContact valid = CatalogChecks.checked(
                new NewContact(
                        account(row),
                        row.textOrEmpty("name"),
                        row.text("phone"),
                        row.text("email"),
                        row.text("externalCode")),
                this::known);
        return number -> new Contact(number, valid, by, at);
    }

    @Override
    ContactCorrection correction(ImportRow row) {
        return CatalogChecks.checked(new ContactCorrection(
                row.text("name"), row.text("phone"), row.text("email"), row.active(), row.text("externalCode")));
    }
}
