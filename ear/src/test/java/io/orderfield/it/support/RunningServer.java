package io.orderfield.it.support;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one running Orderfield on PostgreSQL, started with the first test that asks and stopped after the last.
 * Parameters of type {@link RunningServer} are filled.
 */
public final class RunningServer implements ParameterResolver {
    /** Password of the outside application {@code integrator}. */
    public static final String INTEGRATOR_PASSWORD = "integrator-only-in-tests";

    /** Password of the outside application {@code field-system}. */
    public static final String FIELD_SYSTEM_PASSWORD = "field-system-only-in-tests";

    /** Password of the demo partner's application {@code partner}. */
    public static final String PARTNER_PASSWORD = "partner-only-in-tests";

    private Postgres postgres;
    private LibertyProcess server;

    private RunningServer started() {
        postgres = new Postgres("postgres").start();
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("DEMO_ENABLED", "true");
        settings.put("DEMO_PASSWORD", Api.PASSWORD);
        settings.put("RECONCILIATION_GRACE_SECONDS", "3");
        settings.put("EVENTS_LIMIT_MB", "1");
        settings.put("SUBSCRIPTION_WARNING_MESSAGES", "100");
        settings.put(
                "ARTEMIS_USERS",
                "integrator=" + INTEGRATOR_PASSWORD + ":integrator;stranger=" + INTEGRATOR_PASSWORD
                        + ":partner;partner=" + PARTNER_PASSWORD + ":partner;field-system="
                        + FIELD_SYSTEM_PASSWORD + ":field-system");
        server = new LibertyProcess("on-postgres", settings);
        try {
            server.start();
        } catch (AssertionError notReady) {
            postgres.close();
            throw notReady;
        }
        return this;
    }

    public LibertyProcess server() {
        return server;
    }

    public Postgres postgres() {
        return postgres;
    }

    public Api api() {
        return new Api(server.address());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningServer.class))
                .getOrComputeIfAbsent(
                        RunningServer.class, key -> new Holder(new RunningServer().started()), Holder.class)
                .running;
    }

    private record Holder(RunningServer running) implements ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            running.server.close();
            running.postgres.close();
        }
    }
}
