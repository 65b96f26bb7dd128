package io.orderfield.om;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema {@code om} to this release before anything else of Order Management starts: other start-up beans say
 * {@code @DependsOn("OmSchema")}. Two nodes that start together take turns; Flyway locks its history.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OmSchema {
    private static final String SCHEMA = "om";

    @Resource(lookup = "jdbc/appNonJta")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway.configure(OmSchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .createSchemas(true)
                .locations("classpath:db/migration/" + SCHEMA)
                // there are none; without this, Flyway logs an error about its default folder for them
                .callbackLocations("classpath:db/migration/" + SCHEMA)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
