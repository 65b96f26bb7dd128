package io.orderfield.om.importing;

import io.orderfield.kernel.Batches;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.catalog.Account;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.CatalogChecks;
import io.orderfield.om.catalog.CatalogRefusals;
import io.orderfield.om.catalog.CustomerCorrection;
import io.orderfield.om.catalog.CustomerInformationCorrected;
import io.orderfield.om.catalog.CustomerRecord;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Imports accounts, contacts or locations: each row is checked as a single call is, against what is known by number or
 * external code, read in bulk. Rows that are refused change nothing; the others are applied in the caller's transaction.
 *
 * @param <E> entity
 * @param <C> what corrects it
 */
abstract class CustomerImport<E extends CustomerRecord<C, ?>, C extends CustomerCorrection> {
    private final EntityManager entityManager;
    private final Class<E> type;
    private final boolean dryRun;
    private final String by;
    private final Instant at;

    private final Map<String, E> byNumber = new HashMap<>();
    private final Map<String, String> numberByCode = new HashMap<>();
    private final Map<String, Integer> rowByRecord = new HashMap<>();
    private final Map<String, AccountView> accounts = new HashMap<>();
    private final Map<String, String> accountByCode = new HashMap<>();
    private final Map<Integer, Function<String, E>> wanted = new LinkedHashMap<>();
    private final List<CustomerInformationCorrected> corrections = new ArrayList<>();

    CustomerImport(EntityManager entityManager, Class<E> type, boolean dryRun, String by, Instant at) {
        this.entityManager = entityManager;
        this.type = type;
        this.dryRun = dryRun;
        this.by = by;
        this.at = at;
    }

    /** The kind in words. */
    abstract String what();

    abstract NumberKind numberKind();

    /** Checks a new record and answers what makes it of its number. */
    abstract Function<String, E> create(ImportRow row, String by, Instant at);

    /** The checked correction that a row of a known record is. */
    abstract C correction(ImportRow row);

    /** Decides about every row; corrections are made at once, on copies in a dry run. */
    List<ImportedRow> decide(List<ImportRow> rows) {
        load(rows);
        return rows.stream().map(this::decided).toList();
    }

    /** Creates what is new, and answers the rows with the numbers that were given out. */
    List<ImportedRow> createNew(List<ImportedRow> rows, Function<Integer, List<String>> numbers) {
        if (dryRun || wanted.isEmpty()) {
            return rows;
        }
        List<String> fresh = numbers.apply(wanted.size());
        Map<Integer, String> given = new HashMap<>();
        int next = 0;
        for (Map.Entry<Integer, Function<String, E>> record : wanted.entrySet()) {
            String number = fresh.get(next++);
            entityManager.persist(record.getValue().apply(number));
            given.put(record.getKey(), number);
        }
        return rows.stream()
                .map(row -> given.containsKey(row.row())
                        ? new ImportedRow(row.row(), given.get(row.row()), row.outcome(), null, null, List.of())
                        : row)
                .toList();
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** What open work has to learn of. */
    List<CustomerInformationCorrected> corrections() {
        return corrections;
    }

    /** The account that a row names by number or external code; empty when it names none. */
    String account(ImportRow row) {
        String number = row.given("account");
        String code = row.given("accountExternalCode");
        if (number != null || code == null) {
            return number == null ? "" : number;
        }
        String found = accountByCode.get(code);
        if (found == null) {
            throw Refusal.invalid(
                    "accountExternalCode", Sentence.of("field.noAccountOfCode").with("code", code));
        }
        return found;
    }

    /** The account of this number, out of those that the rows name. */
    Optional<AccountView> known(String number) {
        return Optional.ofNullable(accounts.get(number));
    }

    private ImportedRow decided(ImportRow row) {
        String number = null;
        try {
            row.checkReadable();
            E record = find(row);
            if (record == null) {
                checkOnce(row, "new:" + Objects.requireNonNullElse(row.given("externalCode"), "#" + row.number()));
                wanted.put(row.number(), created(row));
                return new ImportedRow(row.number(), null, ImportedRow.CREATED, null, null, List.of());
            }
            number = record.number();
            checkOnce(row, number);
            checkAccount(row, record);
            List<FieldChange> changes = record.correct(correction(row), by, at);
            if (!changes.isEmpty()) {
                corrections.add(new CustomerInformationCorrected(what(), number, changes, by));
            }
            String outcome = changes.isEmpty() ? ImportedRow.UNCHANGED : ImportedRow.CHANGED;
            return new ImportedRow(row.number(), number, outcome, null, null, List.of());
        } catch (Refusal refusal) {
            return CatalogImportService.refused(row.number(), number, refusal);
        }
    }

    private Function<String, E> created(ImportRow row) {
        Function<String, E> create = create(row, by, at);
        boolean retired = Boolean.FALSE.equals(row.active());
        return number -> {
            E record = create.apply(number);
            if (retired) {
                record.startRetired();
            }
            return record;
        };
    }

    private @Nullable E find(ImportRow row) {
        String number = row.given("number");
        String code = row.given("externalCode");
        if (number == null) {
            return code == null || !numberByCode.containsKey(code) ? null : byNumber.get(numberByCode.get(code));
        }
        E record = byNumber.get(number);
        if (record == null) {
            throw Refusal.notFound(what(), number);
        }
        String holder = code == null ? null : numberByCode.get(code);
        if (holder != null && !holder.equals(number)) {
            throw CatalogRefusals.externalCodeTaken(String.valueOf(code), holder);
        }
        if (code != null) {
            checkOnce(row, "new:" + code);
            rowByRecord.remove("new:" + code); // the record itself is what is remembered
            numberByCode.put(code, number);
        }
        return record;
    }

    private void checkOnce(ImportRow row, String record) {
        Integer before = rowByRecord.putIfAbsent(record, row.number());
        if (before != null) {
            throw Refusal.conflict("duplicate-row").with("row", before).showing("row", before);
        }
    }

    private void checkAccount(ImportRow row, E record) {
        String belongsTo = record.belongsTo();
        String named = account(row);
        if (belongsTo != null && !named.isEmpty() && !named.equals(belongsTo)) {
            throw Refusal.conflict("account-fixed")
                    .with("number", record.number())
                    .with("belongsTo", belongsTo)
                    .showing("account", belongsTo);
        }
        if (belongsTo != null
                && Boolean.TRUE.equals(row.active())
                && !record.isActive()
                && !known(belongsTo).map(AccountView::active).orElse(true)) {
            throw CatalogRefusals.accountInactive(belongsTo);
        }
    }

    private void load(List<ImportRow> rows) {
        Set<String> codes = given(rows, "externalCode");
        remember(read(type, "number", given(rows, "number"), !dryRun));
        remember(read(type, "externalCode", codes, !dryRun));
        Set<String> accountNumbers = given(rows, "account");
        byNumber.values().stream()
                .map(CustomerRecord::belongsTo)
                .filter(Objects::nonNull)
                .forEach(accountNumbers::add);
        for (Account account : read(Account.class, "number", accountNumbers, false)) {
            accounts.put(account.view().number(), account.view());
        }
        for (Account account : read(Account.class, "externalCode", given(rows, "accountExternalCode"), false)) {
            AccountView view = account.view();
            accounts.put(view.number(), view);
            accountByCode.put(String.valueOf(view.externalCode()), view.number());
        }
    }

    private void remember(Collection<E> records) {
        for (E record : records) {
            if (byNumber.putIfAbsent(record.number(), record) == null) {
                String code = record.externalCode();
                if (code != null) {
                    numberByCode.put(code, record.number());
                }
                if (dryRun) {
                    entityManager.detach(record); // what a dry run writes into it stays here
                }
            }
        }
    }

    private static Set<String> given(List<ImportRow> rows, String field) {
        Set<String> values = new HashSet<>();
        for (ImportRow row : rows) {
            String value = row.given(field);
            if (value != null && value.length() <= CatalogChecks.EXTERNAL && value.indexOf('\0') < 0) {
                values.add(value);
            }
        }
        return values;
    }

    private <R> List<R> read(Class<R> entity, String key, Collection<String> keys, boolean locked) {
        return Batches.of(new TreeSet<>(keys), slice -> {
            var query = entityManager
                    .createQuery(
                            "select e from " + entity.getSimpleName() + " e where e." + key
                                    + " in :keys order by e.number",
                            entity)
                    .setParameter("keys", slice);
            if (locked) {
                query.setLockMode(LockModeType.PESSIMISTIC_WRITE);
            }
            return query.getResultList();
        });
    }
}
