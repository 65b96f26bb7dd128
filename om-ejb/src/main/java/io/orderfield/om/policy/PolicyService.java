package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.PolicyVersions.Published;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The published versions of the <em>Work Order Policy for Domain Order</em>. The newest one is current. */
@Stateless
@LocalBean
@Local(Policies.class)
public class PolicyService implements Policies {
    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private CompiledPolicies compiled;

    /** Open to every caller: decisions are also made without a person. */
    @Override
    @PermitAll
    public WorkOrderPolicy current() {
        return version(newest());
    }

    /**
     * The policy of a version, for decisions that began with it.
     *
     * @throws Refusal NOT_FOUND for a version that was never published
     */
    @Override
    @PermitAll
    public WorkOrderPolicy version(int version) {
        return compiled.get(
                version, v -> WorkOrderPolicy.compile(v, published(v).table()));
    }

    /** The current version with its rows. */
    @May(Right.READ_DECISION_TABLES)
    public PolicyView currentTable() {
        Published published = published(newest());
        return new PolicyView(
                published.version().version(),
                published.version().publishedAt(),
                published.version().publishedBy(),
                published.table().rows().stream().map(PolicyService::view).toList());
    }

    /** Every version, newest first. */
    @May(Right.READ_DECISION_TABLES)
    public List<PolicyVersionView> versions() {
        try {
            return PolicyVersions.all(connection());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private int newest() {
        try {
            Integer newest = PolicyVersions.newest(connection());
            if (newest == null) {
                throw new IllegalStateException("no version of the work order policy is published");
            }
            return newest;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Published published(int version) {
        try {
            return PolicyVersions.find(connection(), version)
                    .orElseThrow(() -> Refusal.notFound("policyVersion", "v" + version));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Connection connection() {
        return entityManager.unwrap(Connection.class);
    }

    private static PolicyRowView view(TableRow row) {
        RowMatch wants = RowMatch.of(row);
        Map<String, String> conditions = new LinkedHashMap<>();
        row.conditions().forEach((column, condition) -> conditions.put(column, condition.text()));
        return new PolicyRowView(
                row.number(),
                conditions,
                wants.template(),
                wants.priorityOverride(),
                wants.workOrders().cellText(),
                wants.pointOfNoReturn().cellText());
    }

    private static IllegalStateException unreadable(SQLException cause) {
        return new IllegalStateException("the versions of the work order policy could not be read", cause);
    }
}
