package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The <em>Work Order Policy for Domain Order</em>, for who decides by it. Open to every caller: decisions are also made without a person. */
@Stateless
@LocalBean
@Local(Policies.class)
@PermitAll
public class PolicyService implements Policies {
    @Inject
    private DecisionTables tables;

    @Override
    public WorkOrderPolicy current() {
        return WorkOrderPolicy.of(tables.serving(TableShape.WORK_ORDER_POLICY));
    }

    /**
     * The policy of a version, for decisions that began with it.
     *
     * @throws Refusal NOT_FOUND for a version that was never published
     */
    @Override
    public WorkOrderPolicy version(int version) {
        return WorkOrderPolicy.of(tables.version(TableShape.WORK_ORDER_POLICY, version));
    }

    /** As it is stored: who only asks for a name needs no table that can decide. */
    @Override
    public List<String> rowIds(int version) {
        return tables.content(TableShape.WORK_ORDER_POLICY, version).rows().stream()
                .map(DraftRow::id)
                .toList();
    }

    /** Has a version that waits for its time built here; asked for now and then, on each node. */
    public void prepare() {
        tables.prepare(TableShape.WORK_ORDER_POLICY);
    }
}
