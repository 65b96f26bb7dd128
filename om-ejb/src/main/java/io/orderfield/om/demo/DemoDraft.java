package io.orderfield.om.demo;

import io.orderfield.om.policy.DraftRowView;
import io.orderfield.om.policy.RowOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The draft of the demonstration. Business voice is to be activated by regional partners, so its one rule has become two, by
 * region: one for Europe, one for overseas. Tokyo is in neither, where a clinic has business voice on order. Nothing is wrong
 * in any cell; the coverage by region shows it.
 */
final class DemoDraft {
    private static final String SPECIFICATION = "specification";
    private static final String REGION = "region";
    private static final String VOICE = "VOICE-SERVICE";

    private DemoDraft() {}

    /** What its author has done to the rows of the first version; nothing where they don't name business voice. */
    static List<RowOperation> operations(List<DraftRowView> rows) {
        return rows.stream()
                .filter(row -> row.cells() != null && VOICE.equals(row.cells().get(SPECIFICATION)))
                .findFirst()
                .map(row -> List.of(europe(row.id()), overseas(row)))
                .orElseGet(List::of);
    }

    private static RowOperation europe(String id) {
        return new RowOperation(
                "set",
                id,
                "By region from now on: each has its own partner",
                null,
                null,
                null,
                Map.of(REGION, "Bayern, Highlands, Lisboa, Norte, Oslo, Tirol, Västra Götaland, Zürich"),
                null,
                null,
                null,
                null);
    }

    private static RowOperation overseas(DraftRowView general) {
        Map<String, String> cells = new HashMap<>(general.cells());
        cells.put(REGION, "Auckland, New York, Singapore");
        return new RowOperation(
                "insert",
                null,
                null,
                null,
                null,
                null,
                null,
                general.id(),
                List.of(new DraftRowView("voice.overseas", "Our partner overseas", null, null, null, cells)),
                null,
                null);
    }
}
