package io.orderfield.fsm.workorder;

import io.orderfield.messaging.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Lets the database explain each query that is asked, with the parameters that it is asked with. */
final class ExplainedQueries implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final List<String> plans = new ArrayList<>();

    ExplainedQueries(TestDatabase database) {
        DataSource real = database.dataSource();
        DataSource explaining = proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? explaining(connection) : result;
        });
        factory = Persistence.createEntityManagerFactory(
                "fsm",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", explaining,
                        "eclipselink.target-server", "None",
                        "eclipselink.logging.level.metadata", "SEVERE",
                        "eclipselink.session-name", "explained-" + System.identityHashCode(this)));
    }

    /** The plans of what the work asks. */
    List<String> plansOf(Consumer<EntityManager> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            plans.clear();
            work.accept(em);
            return List.copyOf(plans);
        } finally {
            em.getTransaction().rollback();
            em.close();
        }
    }

    private Connection explaining(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            if (method.getName().equals("createStatement")) {
                return explaining((Statement) result, real);
            }
            boolean query = method.getName().equals("prepareStatement")
                    && arguments[0].toString().startsWith("SELECT");
            return query
                    ? explaining((PreparedStatement) result, real.prepareStatement("explain " + arguments[0]))
                    : result;
        });
    }

    /** EclipseLink binds nothing on H2 where a query has an {@code exists}. */
    private Statement explaining(Statement statement, Connection connection) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("executeQuery")
                    && arguments[0].toString().startsWith("SELECT")) {
                try (PreparedStatement explain = connection.prepareStatement("explain " + arguments[0])) {
                    plans.add(plan(explain));
                }
            }
            return call(statement, method, arguments);
        });
    }

    private PreparedStatement explaining(PreparedStatement real, PreparedStatement explain) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                call(explain, method, arguments);
            } else if (method.getName().equals("executeQuery")) {
                plans.add(plan(explain));
            } else if (method.getName().equals("close")) {
                explain.close();
            }
            return call(real, method, arguments);
        });
    }

    private static String plan(PreparedStatement explain) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
