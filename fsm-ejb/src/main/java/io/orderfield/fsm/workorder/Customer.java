package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.AccountReference;
import io.orderfield.messaging.contract.ContactDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Whose work it is, and whom the technician calls; owned by Order Management. */
@Embeddable
public class Customer {
    @Column(name = "account")
    private String account;

    @Column(name = "account_name")
    private String accountName;

    @Column(name = "contact")
    private @Nullable String contact;

    @Column(name = "contact_name")
    private @Nullable String contactName;

    @Column(name = "contact_phone")
    private @Nullable String contactPhone;

    @Column(name = "contact_email")
    private @Nullable String contactEmail;

    protected Customer() {
        // for JPA
    }

    Customer(AccountReference account, @Nullable ContactDetails contact) {
        this.account = account.number();
        this.accountName = account.name();
        if (contact != null) {
            this.contact = contact.number();
            this.contactName = contact.name();
            this.contactPhone = contact.phone();
            this.contactEmail = contact.email();
        }
    }

    String account() {
        return account;
    }

    public String accountName() {
        return accountName;
    }

    @Nullable
    String contactName() {
        return contactName;
    }

    @Nullable
    String contactPhone() {
        return contactPhone;
    }

    @Nullable
    String contactEmail() {
        return contactEmail;
    }

    void compare(Customer next, FieldChanges.Collector differences) {
        differences
                .compare("account.number", account, next.account)
                .compare("account.name", accountName, next.accountName)
                .compare("contact.number", contact, next.contact)
                .compare("contact.name", contactName, next.contactName)
                .compare("contact.phone", contactPhone, next.contactPhone)
                .compare("contact.email", contactEmail, next.contactEmail);
    }
}
