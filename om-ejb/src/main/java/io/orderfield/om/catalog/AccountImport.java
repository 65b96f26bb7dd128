package io.orderfield.om.catalog;

import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Imports accounts. */
final class AccountImport extends CustomerImport<Account> {
    AccountImport(EntityManager entityManager, boolean dryRun, String by, Instant at) {
        super(entityManager, Account.class, dryRun, by, at);
    }

    @Override
    String what() {
        return "account";
    }

    @Override
    NumberKind numberKind() {
        return NumberKind.ACCOUNT;
    }

    @Override
    Function<String, Account> create(ImportRow row, String by, Instant at) {
        NewAccount valid = CatalogChecks.checked(
                new NewAccount(row.textOrEmpty("name"), row.text("segment"), row.text("externalCode")));
        boolean inactive = Boolean.FALSE.equals(row.active());
        return number -> {
            Account account = new Account(number, valid, by, at);
            if (inactive) {
                account.correct(new AccountCorrection(null, null, false), by, at);
            }
            return account;
        };
    }

    @Override
    List<FieldChange> correct(Account record, ImportRow row, String by, Instant at) {
        AccountCorrection valid = CatalogChecks.checked(
                new AccountCorrection(row.text("name"), row.text("segment"), row.active(), row.text("externalCode")));
        return record.correct(valid, by, at);
    }
}
