package io.orderfield.web.catalog;

import io.orderfield.om.catalog.AccountCorrection;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.CatalogFilter;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.ContactCorrection;
import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.catalog.LocationCorrection;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.LazyList;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An account with its contacts and locations. */
@Named("accountPage")
@ViewScoped
public class AccountPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    CatalogService catalog;

    @Inject
    Decisions decisions;

    private @Nullable String number;
    private transient @Nullable AccountView account;
    private @Nullable LazyList<ContactView> contacts;
    private @Nullable LazyList<LocationView> locations;
    private @Nullable String contactText;
    private @Nullable String locationText;

    @PostConstruct
    void prepare() {
        contacts = new LazyList<>(
                () -> catalog.countContacts(filter(contactText, null)),
                (sort, first, max) -> catalog.contacts(filter(contactText, sort), first, max));
        locations = new LazyList<>(
                () -> catalog.countLocations(filter(locationText, null)),
                (sort, first, max) -> catalog.locations(filter(locationText, sort), first, max));
    }

    /** Reads what is current. */
    public void load() {
        account = number == null ? null : decisions.orErrorPage(() -> catalog.account(record()));
        if (number == null) {
            decisions.answer(404);
        }
    }

    public void deactivate() {
        activate(false, "account.deactivated");
    }

    public void reactivate() {
        activate(true, "account.reactivated");
    }

    private void activate(boolean active, String done) {
        AccountView shown = getAccount();
        decisions.attempt(
                done,
                () -> catalog.correctAccount(
                        record(), new AccountCorrection(null, null, active), shown == null ? null : shown.version()),
                record());
        load();
    }

    /** Deactivates a contact, or activates it again. */
    public void switchContact(ContactView contact) {
        decisions.attempt(
                contact.active() ? "record.deactivated" : "record.reactivated",
                () -> catalog.correctContact(
                        contact.number(),
                        new ContactCorrection(null, null, null, !contact.active()),
                        contact.version()),
                contact.name());
    }

    /** Deactivates a location, or activates it again. */
    public void switchLocation(LocationView location) {
        decisions.attempt(
                location.active() ? "record.deactivated" : "record.reactivated",
                () -> catalog.correctLocation(
                        location.number(), LocationCorrection.ofUse(!location.active()), location.version()),
                location.name());
    }

    private CatalogFilter filter(@Nullable String text, @Nullable String sort) {
        return new CatalogFilter(text, record(), null, null, null, sort);
    }

    String record() {
        if (number == null) {
            throw new IllegalStateException("the page has no account");
        }
        return number;
    }

    public @Nullable AccountView getAccount() {
        if (account == null && number != null) {
            load();
        }
        return account;
    }

    public @Nullable LazyList<ContactView> getContacts() {
        return contacts;
    }

    public @Nullable LazyList<LocationView> getLocations() {
        return locations;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getContactText() {
        return contactText;
    }

    public void setContactText(@Nullable String contactText) {
        this.contactText = contactText;
    }

    public @Nullable String getLocationText() {
        return locationText;
    }

    public void setLocationText(@Nullable String locationText) {
        this.locationText = locationText;
    }
}
