package io.orderfield.fsm;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Brings the schema {@code fsm} up to date before anything else of Field Service starts; beans that read it at their start
 * depend on this one. Bean-managed, since a migration has transactions of its own. Two nodes that start together wait for
 * each other at Flyway's lock.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class FsmSchema {
    private static final String SCHEMA = "fsm";

    @Resource(lookup = "jdbc/appNonJta")
    private DataSource dataSource;

    /** Migrations that SQL can't do alone; whatever package they are in. */
    @Inject
    @Any
    private Instance<JavaMigration> migrations;

    @PostConstruct
    void migrate() {
        Flyway.configure(FsmSchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .createSchemas(true)
                .locations("classpath:db/migration/" + SCHEMA)
                .failOnMissingLocations(true)
                .javaMigrations(migrations.stream().toArray(JavaMigration[]::new))
                .load()
                .migrate();
    }
}
