package io.orderfield.om.importing;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.catalog.PartView;
import io.orderfield.om.catalog.SpecificationChange;
import io.orderfield.om.catalog.SpecificationChecks;
import io.orderfield.om.catalog.SpecificationTrees;
import io.orderfield.om.catalog.SpecificationView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Imports specifications. Rows may come in any order: parts are decided about before what is realized as them. Each row is
 * checked as a single call is, against the catalog with the rows that were accepted before it.
 */
final class SpecificationImport {
    private final Map<String, SpecificationView> before;
    private final SpecificationTrees trees;
    private final List<SpecificationView> accepted = new ArrayList<>();

    /** @param known every specification by code, as it is now */
    SpecificationImport(Map<String, SpecificationView> known) {
        this.before = Map.copyOf(known);
        this.trees = new SpecificationTrees(known);
    }

    List<ImportedRow> decide(List<ImportRow> rows) {
        Map<Integer, ImportedRow> decided = new TreeMap<>();
        Map<String, ImportRow> byCode = new HashMap<>();
        for (ImportRow row : rows) {
            String code = row.textOrEmpty("code").strip();
            ImportRow first = code.isEmpty() ? null : byCode.putIfAbsent(code, row);
            if (first != null) {
                decided.put(row.number(), CatalogImportService.refused(row.number(), code, duplicate(first)));
            }
        }
        Set<Integer> begun = new HashSet<>(decided.keySet());
        rows.forEach(row -> decide(row, byCode, begun, decided));
        return List.copyOf(decided.values());
    }

    /** New and changed specifications, parts before what is realized as them. */
    List<SpecificationView> accepted() {
        return accepted;
    }

    boolean isNew(SpecificationView specification) {
        return !before.containsKey(specification.code());
    }

    private void decide(
            ImportRow row, Map<String, ImportRow> byCode, Set<Integer> begun, Map<Integer, ImportedRow> decided) {
        if (!begun.add(row.number())) {
            return;
        }
        for (PartView part : row.parts() == null ? List.<PartView>of() : row.parts()) {
            ImportRow ofPart = byCode.get(part.code());
            if (ofPart != null) {
                decide(ofPart, byCode, begun, decided);
            }
        }
        decided.put(row.number(), decided(row));
    }

    private ImportedRow decided(ImportRow row) {
        String code = row.textOrEmpty("code").strip();
        SpecificationView now = before.get(code);
        String number = now == null ? null : code;
        try {
            row.checkReadable();
            SpecificationView valid = SpecificationChecks.checked(wanted(row, code, now), trees.known());
            if (now == null) {
                checkFree(valid.code());
            } else if (!valid.type().equals(now.type())) {
                throw Refusal.conflict("type-fixed")
                        .with("code", code)
                        .with("type", now.type())
                        .showing("type", now.type());
            }
            if (valid.equals(now)) {
                return new ImportedRow(row.number(), code, ImportedRow.UNCHANGED, null, null, List.of());
            }
            trees.accept(valid);
            accepted.add(valid);
            String outcome = now == null ? ImportedRow.CREATED : ImportedRow.CHANGED;
            return new ImportedRow(row.number(), code, outcome, null, null, List.of());
        } catch (Refusal refusal) {
            return CatalogImportService.refused(row.number(), number, refusal);
        }
    }

    private static SpecificationView wanted(ImportRow row, String code, @Nullable SpecificationView now) {
        if (now == null) {
            return new SpecificationView(
                    code,
                    row.textOrEmpty("name"),
                    row.textOrEmpty("type"),
                    !Boolean.FALSE.equals(row.active()),
                    Objects.requireNonNullElse(row.characteristics(), List.of()),
                    Objects.requireNonNullElse(row.parts(), List.of()));
        }
        SpecificationView changed =
                new SpecificationChange(row.text("name"), row.active(), row.characteristics(), row.parts()).of(now);
        String type = row.given("type");
        return type == null
                ? changed
                : new SpecificationView(
                        code,
                        changed.name(),
                        type,
                        changed.active(),
                        changed.characteristics(),
                        changed.parts(),
                        now.version(),
                        now.updatedAt(),
                        now.updatedBy());
    }

    private void checkFree(String code) {
        if (trees.known().keySet().stream().anyMatch(code::equalsIgnoreCase)) {
            throw Refusal.conflict("code-taken").with("code", code);
        }
    }

    private static Refusal duplicate(ImportRow first) {
        return Refusal.conflict("duplicate-row").with("row", first.number()).showing("row", first.number());
    }
}
