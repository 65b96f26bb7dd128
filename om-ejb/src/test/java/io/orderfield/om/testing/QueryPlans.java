package io.orderfield.om.testing;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Remembers the statements that an entity manager runs, and has the database explain them with the same parameters. */
public final class QueryPlans extends SessionEventAdapter {
    /** A statement as it ran. */
    private record Ran(String sql, List<Object> parameters) {}

    private final List<Ran> statements = new ArrayList<>();

    private QueryPlans() {}

    /** Watches from now on. */
    public static QueryPlans of(EntityManager entityManager) {
        QueryPlans plans = new QueryPlans();
        entityManager.unwrap(Session.class).getEventManager().addListener(plans);
        return plans;
    }

    @Override
    public void postExecuteCall(SessionEvent event) {
        if (event.getCall() instanceof DatabaseCall call && call.getSQLString() != null) {
            List<?> parameters = call.getParameters();
            statements.add(new Ran(call.getSQLString(), new ArrayList<>(parameters)));
        }
    }

    /** How many statements read something. */
    public long reads() {
        return statements.stream()
                .filter(s -> s.sql().regionMatches(true, 0, "select", 0, "select".length()))
                .count();
    }

    /** The plan of the first statement that reads the table. */
    public String ofFirstOn(String table, DataSource database) {
        Ran ran = statements.stream()
                .filter(s -> s.sql().matches("(?s).* FROM om\\." + table + "\\b.*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing read om." + table + " among " + statements));
        try (Connection connection = database.getConnection();
                PreparedStatement explain = connection.prepareStatement("explain " + ran.sql())) {
            for (int i = 0; i < ran.parameters().size(); i++) {
                explain.setObject(i + 1, ran.parameters().get(i));
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException("no plan of " + ran, e);
        }
    }
}
