package io.orderfield.om.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.contract.AccountReference;
import io.orderfield.messaging.contract.ContactDetails;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.ServiceLocation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request is worth sending for: every field that Order Management owns. */
class WorkOrderDataTest {
    private static final AccountReference ACCOUNT = new AccountReference("ACCT1", "Harbor Hotels");
    private static final ContactDetails CONTACT = new ContactDetails("CONT1", "Ana", "+351 1", "ana@example.com");
    private static final ServiceLocation LOCATION = new ServiceLocation(
            "LOC1", "Harbor", "Rua 1", "1100", "Lisbon", "Lisboa", "PT", 38.7, -9.1, "Europe/Lisbon", "ring");
    private static final WorkOrderData DATA = new WorkOrderData(
            "INSTALL",
            3,
            "Add",
            "Quantity: 1",
            LocalDate.of(2026, 3, 2),
            LocalDate.of(2026, 3, 9),
            ACCOUNT,
            CONTACT,
            LOCATION,
            false);

    @Test
    void seesEveryFieldThatDiffers() {
        WorkOrderData next = new WorkOrderData(
                "INSTALL",
                1,
                "Change",
                "Quantity: 2",
                LocalDate.of(2026, 3, 3),
                LocalDate.of(2026, 3, 10),
                new AccountReference("ACCT1", "Harbor Inns"),
                new ContactDetails("CONT2", "Rui", "+351 2", "rui@example.com"),
                new ServiceLocation(
                        "LOC1", "Pier", "Rua 2", "2200", "Porto", "Norte", "ES", 41.1, -8.6, "Europe/Madrid", "knock"),
                true);

        assertThat(DATA.differencesTo(next))
                .containsExactly(
                        new FieldChange("priority", "3", "1"),
                        new FieldChange("shortDescription", "Add", "Change"),
                        new FieldChange("description", "Quantity: 1", "Quantity: 2"),
                        new FieldChange("requestedStart", "2026-03-02", "2026-03-03"),
                        new FieldChange("due", "2026-03-09", "2026-03-10"),
                        new FieldChange("account.name", "Harbor Hotels", "Harbor Inns"),
                        new FieldChange("contact.number", "CONT1", "CONT2"),
                        new FieldChange("contact.name", "Ana", "Rui"),
                        new FieldChange("contact.phone", "+351 1", "+351 2"),
                        new FieldChange("contact.email", "ana@example.com", "rui@example.com"),
                        new FieldChange("location.name", "Harbor", "Pier"),
                        new FieldChange("location.street", "Rua 1", "Rua 2"),
                        new FieldChange("location.postalCode", "1100", "2200"),
                        new FieldChange("location.city", "Lisbon", "Porto"),
                        new FieldChange("location.region", "Lisboa", "Norte"),
                        new FieldChange("location.country", "PT", "ES"),
                        new FieldChange("location.latitude", "38.7", "41.1"),
                        new FieldChange("location.longitude", "-9.1", "-8.6"),
                        new FieldChange("location.timeZone", "Europe/Lisbon", "Europe/Madrid"),
                        new FieldChange("location.accessNotes", "ring", "knock"),
                        new FieldChange("hold", "false", "true"));
    }

    @Test
    void seesAContactThatCameOrWent() {
        WorkOrderData nobody = DATA.withCustomer(ACCOUNT, null, LOCATION);

        assertThat(nobody.differencesTo(nobody)).isEmpty();
        assertThat(nobody.differencesTo(DATA)).isEqualTo(contact(false));
        assertThat(DATA.differencesTo(nobody)).isEqualTo(contact(true));
    }

    @Test
    void changesNothingButWhatIsAskedFor() {
        assertThat(DATA.withHold(true).differencesTo(DATA)).containsExactly(new FieldChange("hold", "true", "false"));
        assertThat(DATA.withHold(true).withHold(false)).isEqualTo(DATA);
        assertThat(DATA.withCustomer(ACCOUNT, CONTACT, LOCATION)).isEqualTo(DATA);
    }

    private static List<FieldChange> contact(boolean went) {
        return List.of(
                change("contact.number", "CONT1", went),
                change("contact.name", "Ana", went),
                change("contact.phone", "+351 1", went),
                change("contact.email", "ana@example.com", went));
    }

    private static FieldChange change(String field, String value, boolean went) {
        return went ? new FieldChange(field, value, null) : new FieldChange(field, null, value);
    }
}
