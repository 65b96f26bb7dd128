package io.orderfield.om.importing;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.UniqueKey;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.CatalogRefusals;
import io.orderfield.om.catalog.CustomerInformationCorrected;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.catalog.Specifications;
import io.orderfield.om.number.Numbers;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Imports reference data from files. A row that names a known record by number, code or external code corrects it, any
 * other creates one; the checks and refusals are those of single calls, and open work orders learn of corrections as they
 * do there. A file is imported in one transaction.
 */
@Stateless
@May(Right.KEEP_REFERENCE_DATA)
public class CatalogImportService {
    /** Most rows of a file. */
    public static final int MOST_ROWS = 5_000;

    private static final int SHOWN = 200;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private Numbers numbers;

    @Inject
    private CurrentUser user;

    @Inject
    private Event<CustomerInformationCorrected> corrected;

    @Inject
    private Clock clock;

    /** Says row by row what {@link #run} would do; changes nothing. */
    public ImportResult runDry(ImportFile file) {
        List<ImportRow> rows = read(file);
        return ImportResult.of(true, imported(file.kind(), rows, true, false));
    }

    /**
     * Imports a file.
     *
     * @param allOrNothing refuses the whole file when one of its rows is refused
     * @throws Refusal INVALID when the file can't be read; CONFLICT {@code import-refused} with {@code rows}, the first 200
     *     that were refused, when everything was wanted or nothing
     */
    public ImportResult run(ImportFile file, boolean allOrNothing) {
        List<ImportRow> rows = read(file);
        return ImportResult.of(false, imported(file.kind(), rows, false, allOrNothing));
    }

    private static List<ImportRow> read(ImportFile file) {
        List<ImportRow> rows =
                switch (file.format()) {
                    case CSV -> ImportCsv.read(file);
                    case JSON -> ImportJson.read(file);
                };
        if (rows.isEmpty()) {
            throw Refusal.invalid("empty-file.rows");
        }
        return rows;
    }

    private List<ImportedRow> imported(ImportKind kind, List<ImportRow> rows, boolean dryRun, boolean allOrNothing) {
        return switch (kind) {
            case ACCOUNTS ->
                imported(new AccountImport(entityManager, dryRun, user.name(), clock.instant()), rows, allOrNothing);
            case CONTACTS ->
                imported(new ContactImport(entityManager, dryRun, user.name(), clock.instant()), rows, allOrNothing);
            case LOCATIONS ->
                imported(new LocationImport(entityManager, dryRun, user.name(), clock.instant()), rows, allOrNothing);
            case SPECIFICATIONS -> specifications(rows, dryRun, allOrNothing);
        };
    }

    private List<ImportedRow> imported(CustomerImport<?, ?> records, List<ImportRow> rows, boolean allOrNothing) {
        List<ImportedRow> decided = records.decide(rows);
        checkAll(decided, allOrNothing);
        if (records.isDryRun()) {
            return decided;
        }
        List<ImportedRow> done = records.createNew(decided, count -> numbers.next(records.numberKind(), count));
        UniqueKey.flush(entityManager, () -> CatalogRefusals.externalCodeTaken(null));
        records.corrections().forEach(corrected::fire);
        return done;
    }

    private List<ImportedRow> specifications(List<ImportRow> rows, boolean dryRun, boolean allOrNothing) {
        Specifications catalog = new Specifications(entityManager);
        Map<String, SpecificationView> known = dryRun
                ? new Catalog(entityManager)
                        .specifications().stream().collect(Collectors.toMap(SpecificationView::code, s -> s))
                : catalog.lock();
        SpecificationImport specifications = new SpecificationImport(known);
        List<ImportedRow> decided = specifications.decide(rows);
        checkAll(decided, allOrNothing);
        if (!dryRun) {
            for (SpecificationView accepted : specifications.accepted()) {
                if (specifications.isNew(accepted)) {
                    catalog.add(accepted, user.name(), clock.instant());
                } else {
                    catalog.change(accepted, null, user.name(), clock.instant());
                }
            }
        }
        return decided;
    }

    private static void checkAll(List<ImportedRow> rows, boolean allOrNothing) {
        List<ImportedRow> refused =
                rows.stream().filter(ImportedRow::wasRefused).toList();
        if (allOrNothing && !refused.isEmpty()) {
            throw Refusal.conflict("import-refused")
                    .with("refused", refused.size())
                    .with("all", rows.size())
                    .showing("rows", refused.stream().limit(SHOWN).toList());
        }
    }

    /** @throws Refusal INVALID when the file has more rows than are taken */
    static void checkNumber(int rows) {
        if (rows > MOST_ROWS) {
            throw Refusal.invalid("too-many-rows").with("most", MOST_ROWS);
        }
    }

    /** What a refusal makes of a row. */
    static ImportedRow refused(int row, @Nullable String number, Refusal refusal) {
        return new ImportedRow(row, number, ImportedRow.REFUSED, refusal.code(), refusal.sentence(), refusal.errors());
    }
}
