package io.orderfield.it.support;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one running Orderfield on PostgreSQL, with a broker of its own in a build with {@code -Pexternal}, started with the first test that asks and stopped after the last.
 * Parameters of type {@link RunningServer} are filled.
 */
public final class RunningServer implements ParameterResolver {
    /** Password of the outside application {@code integrator}. */
    public static final String INTEGRATOR_PASSWORD = "integrator-only-in-tests";

    /** Password of the outside application {@code field-system}. */
    public static final String FIELD_SYSTEM_PASSWORD = "field-system-only-in-tests";

    /** Password of the demo partner's application {@code partner}, as docs/partners.md has it. */
    public static final String PARTNER_PASSWORD = "partner-secret-1";

    private static final String USERS = "integrator=" + INTEGRATOR_PASSWORD + ":integrator;stranger="
            + INTEGRATOR_PASSWORD + ":partner;partner=" + PARTNER_PASSWORD + ":partner;field-system="
            + FIELD_SYSTEM_PASSWORD + ":field-system";

    private Surroundings surroundings;
    private LibertyProcess server;
    private Optional<Load> load = Optional.empty();

    private RunningServer started() {
        surroundings = Surroundings.withPostgres("on-postgres", USERS);
        Map<String, String> settings = surroundings.settings();
        settings.put("DEMO_ENABLED", "true");
        settings.put("DEMO_PASSWORD", Api.PASSWORD);
        settings.put("RECONCILIATION_GRACE_SECONDS", "3");
        settings.put("EVENTS_LIMIT_MB", "1");
        settings.put("SUBSCRIPTION_WARNING_MESSAGES", "100");
        settings.put("OUTSIDE_QUEUE_WARNING_SECONDS", "5");
        settings.put("ARTEMIS_USERS", USERS);
        server = new LibertyProcess("on-postgres-server", settings);
        try {
            server.start();
        } catch (AssertionError notReady) {
            surroundings.close();
            throw notReady;
        }
        load = Load.on(api());
        return this;
    }

    public LibertyProcess server() {
        return server;
    }

    public Postgres postgres() {
        return surroundings.postgres().orElseThrow();
    }

    /** Port of the acceptor for outside applications, the server's or the external broker's. */
    public int brokerPort() {
        return surroundings.broker().map(ExternalBroker::port).orElseGet(server::brokerPort);
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

    private record Holder(RunningServer running) implements AutoCloseable {
        @Override
        public void close() {
            running.load.ifPresent(Load::close);
            running.server.close();
            running.surroundings.close();
        }
    }
}
