package io.orderfield.om.catalog;

import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Imports contacts. */
final class ContactImport extends CustomerImport<Contact> {
    ContactImport(EntityManager entityManager, boolean dryRun, String by, Instant at) {
        super(entityManager, Contact.class, dryRun, by, at);
    }

    @Override
    String what() {
        return "contact";
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
        boolean inactive = Boolean.FALSE.equals(row.active());
        return number -> {
            Contact contact = new Contact(number, valid, by, at);
            if (inactive) {
                contact.correct(new ContactCorrection(null, null, null, false), by, at);
            }
            return contact;
        };
    }

    @Override
    List<FieldChange> correct(Contact record, ImportRow row, String by, Instant at) {
        ContactCorrection valid = CatalogChecks.checked(new ContactCorrection(
                row.text("name"), row.text("phone"), row.text("email"), row.active(), row.text("externalCode")));
        return record.correct(valid, by, at);
    }
}
