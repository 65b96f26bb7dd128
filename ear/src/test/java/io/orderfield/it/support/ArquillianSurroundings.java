package io.orderfield.it.support;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * In a build with {@code -Pexternal}: the PostgreSQL and the broker of the server that Arquillian starts. That server gets
 * its variables from the build, so these listen where the build says. JUnit finds this by itself and calls it first.
 */
public final class ArquillianSurroundings implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ArquillianSurroundings.class))
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class);
    }

    private static final class Started implements AutoCloseable {
        private final Postgres postgres =
                new Postgres("arquillian-postgres", Integer.getInteger("it.postgres.port")).start();
        private final ExternalBroker broker =
                new ExternalBroker("arquillian-broker", "", Integer.getInteger("it.broker.port")).start();

        @Override
        public void close() {
            broker.close();
            postgres.close();
        }
    }
}
