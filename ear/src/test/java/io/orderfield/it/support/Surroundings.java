package io.orderfield.it.support;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server of the tests works with. As a rule that is what it brings along; in a build with {@code -Pexternal} a
 * PostgreSQL and a broker that run as processes of their own.
 */
public final class Surroundings implements AutoCloseable {
    /** Whether this build is to use an external database and broker. */
    public static final boolean EXTERNAL = Boolean.getBoolean("it.external");

    private final Postgres postgres;
    private final ExternalBroker broker;

    private Surroundings(Postgres postgres, ExternalBroker broker) {
        this.postgres = postgres;
        this.broker = broker;
    }

    /**
     * The surroundings of this build, started.
     *
     * @param users outside applications, as in {@code ARTEMIS_USERS}
     */
    public static Surroundings of(String name, String users) {
        return EXTERNAL ? new Surroundings(postgres(name), broker(name, users)) : new Surroundings(null, null);
    }

    /** The same, with PostgreSQL in every build. */
    public static Surroundings withPostgres(String name, String users) {
        return new Surroundings(postgres(name), EXTERNAL ? broker(name, users) : null);
    }

    private static Postgres postgres(String name) {
        return new Postgres(name + "-postgres").start();
    }

    private static ExternalBroker broker(String name, String users) {
        return new ExternalBroker(name + "-broker", users).start();
    }

    /** The variables that put Orderfield there. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (postgres != null) {
            settings.putAll(postgres.settings());
        }
        if (broker != null) {
            settings.putAll(broker.settings());
        }
        return settings;
    }

    Optional<Postgres> postgres() {
        return Optional.ofNullable(postgres);
    }

    Optional<ExternalBroker> broker() {
        return Optional.ofNullable(broker);
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
