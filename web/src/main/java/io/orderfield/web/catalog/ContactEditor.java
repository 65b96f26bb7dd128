package io.orderfield.web.catalog;

import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.ContactCorrection;
import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.catalog.NewContact;
import io.orderfield.web.ui.RecordEditor;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Objects;

/** The dialog in which a contact of an account is created or corrected. */
@Named("contactEditor")
@ViewScoped
public class ContactEditor extends RecordEditor {
    private static final long serialVersionUID = 1L;

    @Inject
    CatalogService catalog;

    @Inject
    AccountPage page;

    public void open(ContactView contact) {
        getForm().open(contact.number(), texts(contact), contact.version());
    }

    @Override
    protected String store() {
        String number = getForm().getRecord();
        if (number == null) {
            return catalog.createContact(new NewContact(
                            page.record(),
                            getForm().text("name"),
                            getForm().given("phone"),
                            getForm().given("email"),
                            getForm().given("externalCode")))
                    .number();
        }
        catalog.correctContact(
                number,
                new ContactCorrection(
                        getForm().text("name"),
                        getForm().text("phone"),
                        getForm().text("email"),
                        null,
                        getForm().text("externalCode")),
                getForm().getVersion());
        return number;
    }

    @Override
    protected Current current(String record) {
        ContactView now = catalog.contact(record);
        return new Current(texts(now), now.version(), now.updatedBy(), now.updatedAt());
    }

    @Override
    protected String saved() {
        return "contact.saved";
    }

    private static Map<String, String> texts(ContactView contact) {
        return Map.of(
                "name",
                contact.name(),
                "phone",
                Objects.toString(contact.phone(), ""),
                "email",
                Objects.toString(contact.email(), ""),
                "externalCode",
                Objects.toString(contact.externalCode(), ""));
    }
}
