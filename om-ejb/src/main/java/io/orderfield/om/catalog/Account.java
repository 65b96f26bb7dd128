package io.orderfield.om.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer: who orders, and whose contacts and locations an order names. */
@Entity
@Table(name = "account", schema = "om")
public class Account extends CustomerRecord<AccountCorrection, AccountView> {
    public static final String WHAT = "account";

    @Column(name = "segment")
    private @Nullable String segment;

    protected Account() {
        // for JPA
    }

    public Account(String number, NewAccount data, String by, Instant at) {
        super(number, data.name(), data.externalCode(), by, at);
        this.segment = data.segment();
    }

    @Override
    String what() {
        return WHAT;
    }

    @Override
    public void correct(AccountCorrection correction, Corrections corrections) {
        segment = corrections.optional("segment", segment, correction.segment());
    }

    @Override
    @Nullable
    public String belongsTo() {
        return null;
    }

    @Override
    public AccountView view() {
        return new AccountView(
                number(), name(), segment, externalCode(), isActive(), version(), updatedAt(), updatedBy());
    }
}
