package io.orderfield.om.policy.replay;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One difference that a replay found. It never changes, and goes with its replay. */
@Entity
@Table(name = "decision_table_replay_line", schema = "om")
class ReplayLine {
    @Id
    private UUID id;

    @Column(name = "replay_id", updatable = false)
    private UUID replayId;

    @Column(name = "position", updatable = false)
    private int position;

    @Column(name = "domain_order", updatable = false)
    private String domainOrder;

    @Column(name = "customer_order", updatable = false)
    private String customerOrder;

    @Column(name = "specification", updatable = false)
    private String specification;

    @Column(name = "is_open", updatable = false)
    private boolean open;

    @Column(name = "table_version", updatable = false)
    private int tableVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "facts", updatable = false)
    private ReplayFacts facts;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private ReplayKind kind;

    @Column(name = "row_id", updatable = false)
    private String rowId;

    @Convert(converter = ReplayedWorkText.class)
    @Column(name = "was", updatable = false)
    private @Nullable ReplayedWork was;

    @Convert(converter = ReplayedWorkText.class)
    @Column(name = "would", updatable = false)
    private @Nullable ReplayedWork would;

    @Column(name = "more", updatable = false)
    private int more;

    @Column(name = "fewer", updatable = false)
    private int fewer;

    @Column(name = "other", updatable = false)
    private int other;

    @Column(name = "is_already", updatable = false)
    private boolean already;

    @Column(name = "canceled", updatable = false)
    private int canceled;

    @Column(name = "assigned", updatable = false)
    private int assigned;

    @Column(name = "under_way", updatable = false)
    private int underWay;

    @Column(name = "past_ponr", updatable = false)
    private int pastPointOfNoReturn;

    @Column(name = "planned_minutes", updatable = false)
    private long plannedMinutes;

    protected ReplayLine() {
        // for JPA
    }

    /** @param position of the line in its replay, from 1 */
    ReplayLine(UUID replayId, int position, ReplayedOrder order, ReplayedOrder.Line line) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.replayId = replayId;
        this.position = position;
        this.domainOrder = order.number();
        this.customerOrder = order.customerOrder();
        this.specification = order.specification();
        this.open = order.isOpen();
        this.tableVersion = order.tableVersion();
        this.facts = line.facts();
        WorkDifference difference = line.difference();
        this.kind = difference.kind();
        this.rowId = difference.row();
        this.was = difference.was();
        this.would = difference.would();
        this.more = difference.more();
        this.fewer = difference.fewer();
        this.other = difference.other();
        this.already = line.isAlreadySo();
        this.canceled = line.stake().canceled();
        this.assigned = line.stake().assigned();
        this.underWay = line.stake().underWay();
        this.pastPointOfNoReturn = line.stake().pastPointOfNoReturn();
        this.plannedMinutes = line.stake().plannedMinutes();
    }

    ReplayLineView view() {
        return new ReplayLineView(
                position,
                domainOrder,
                customerOrder,
                specification,
                open,
                tableVersion,
                facts,
                kind,
                rowId,
                was,
                would,
                already,
                new WorkAtStake(canceled, assigned, underWay, pastPointOfNoReturn, plannedMinutes));
    }
}
