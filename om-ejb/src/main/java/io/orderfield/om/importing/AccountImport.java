package io.orderfield.om.importing;

import io.orderfield.om.catalog.Account;
import io.orderfield.om.catalog.AccountCorrection;
import io.orderfield.om.catalog.CatalogChecks;
import io.orderfield.om.catalog.NewAccount;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.function.Function;

/** Imports accounts. */
final class AccountImport extends CustomerImport<Account, AccountCorrection> {
    AccountImport(EntityManager entityManager, boolean dryRun, String by, Instant at) {
        super(entityManager, Account.class, dryRun, by, at);
    }

    @Override
    String what() {
        return Account.WHAT;
    }

    @Override
    NumberKind numberKind() {
        return NumberKind.ACCOUNT;
    }

    @Override
    Function<String, Account> create(ImportRow row, String by, Instant at) {
        NewAccount valid = CatalogChecks.checked(
                new NewAccount(row.textOrEmpty("name"), row.text("segment"), row.text("externalCode")));
        return number -> new Account(number, valid, by, at);
    }

    @Override
    AccountCorrection correction(ImportRow row) {
        return CatalogChecks.checked(
                new AccountCorrection(row.text("name"), row.text("segment"), row.active(), row.text("externalCode")));
    }
}
