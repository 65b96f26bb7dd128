package io.orderfield.om.domainorder;

import io.orderfield.om.plan.WantedWork;
import io.orderfield.rules.PointOfNoReturnTrigger;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of which version of the decision table want a work order; of none where the plan did not want it. What else
 * those rows say, such as another priority, stands in that version, which is kept.
 */
@Embeddable
public class Provenance {
    @Column(name = "table_version")
    private @Nullable Integer tableVersion;

    @Convert(converter = RowNumbersText.class)
    @Column(name = "table_rows")
    private List<Integer> tableRows = List.of();

    @Enumerated(EnumType.STRING)
    @Column(name = "point_of_no_return")
    private PointOfNoReturnTrigger pointOfNoReturn = PointOfNoReturnTrigger.NEVER;

    /** Since when they want it; null where that was not kept yet. */
    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    void decidedBy(WantedWork work, int version, Instant at) {
        if (!Objects.equals(tableVersion, version) || !tableRows.equals(work.rows())) {
            decidedAt = at;
        }
        tableVersion = version;
        tableRows = work.rows();
        pointOfNoReturn = work.pointOfNoReturn();
    }

    @Nullable
    public Integer tableVersion() {
        return tableVersion;
    }

    /** The rows of the decision table that want it, the deciding one first. */
    public List<Integer> tableRows() {
        return List.copyOf(tableRows);
    }

    public PointOfNoReturnTrigger pointOfNoReturn() {
        return pointOfNoReturn;
    }
}
