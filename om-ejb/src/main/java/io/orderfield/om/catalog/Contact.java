package io.orderfield.om.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person of an account: whom the technician calls. */
@Entity
@Table(name = "contact", schema = "om")
public class Contact extends CustomerRecord<ContactCorrection, ContactView> {
    public static final String WHAT = "contact";

    @Column(name = "account")
    private String account;

    @Column(name = "phone")
    private @Nullable String phone;

    @Column(name = "email")
    private @Nullable String email;

    protected Contact() {
        // for JPA
    }

    public Contact(String number, NewContact data, String by, Instant at) {
        super(number, data.name(), data.externalCode(), by, at);
        this.account = data.account();
        this.phone = data.phone();
        this.email = data.email();
    }

    @Override
    String what() {
        return WHAT;
    }

    @Override
    public void correct(ContactCorrection correction, Corrections corrections) {
        phone = corrections.optional("phone", phone, correction.phone());
        email = corrections.optional("email", email, correction.email());
    }

    @Override
    public String belongsTo() {
        return account;
    }

    @Override
    ContactView view() {
        return new ContactView(
                number(),
                account,
                name(),
                phone,
                email,
                externalCode(),
                isActive(),
                version(),
                updatedAt(),
                updatedBy());
    }
}
