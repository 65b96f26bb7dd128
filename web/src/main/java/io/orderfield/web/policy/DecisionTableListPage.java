package io.orderfield.web.policy;

import io.orderfield.om.policy.DecisionTableService;
import io.orderfield.om.policy.DecisionTableSummary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All decision tables, each with what decides and what is planned. */
@Named("decisionTableListPage")
@RequestScoped
public class DecisionTableListPage {
    @Inject
    DecisionTableService tables;

    private @Nullable List<DecisionTableSummary> rows;

    public List<DecisionTableSummary> getRows() {
        List<DecisionTableSummary> known = rows;
        if (known == null) {
            known = tables.list();
            rows = known;
        }
        return known;
    }
}
