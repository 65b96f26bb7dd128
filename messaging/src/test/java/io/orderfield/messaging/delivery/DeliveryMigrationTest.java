package io.orderfield.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is tested here on schema {@code proof} is what the product's schemas have. */
class DeliveryMigrationTest {
    @ParameterizedTest
    @CsvSource({"om,V2", "fsm,V2"})
    void everySchemaHasTheTablesThatAreTestedHere(String schema, String version) {
        isTheSame(schema, version, "V2", "delivery");
    }

    @ParameterizedTest
    @CsvSource({"om,V9", "fsm,V5"})
    void everySchemaHasTheTablesOfTheFigures(String schema, String version) {
        isTheSame(schema, version, "V3", "sync_figures");
    }

    @ParameterizedTest
    @CsvSource({"om,V12", "fsm,V7"})
    void everySchemaHasTheTableOfWhatPeopleDidWithUnsentMessages(String schema, String version) {
        isTheSame(schema, version, "V4", "unsent_action");
    }

    @ParameterizedTest
    @CsvSource({"om,V19", "fsm,V8"})
    void everySchemaKeepsAsDataWhatADiscardDid(String schema, String version) {
        isTheSame(schema, version, "V5", "unsent_action_sentence");
    }

    private static void isTheSame(String schema, String version, String versionHere, String name) {
        Path migrations = Path.of("src/main/resources/db/migration", schema, version + "__" + name + ".sql");

        assertThat(Path.of("..", schema + "-ejb").resolve(migrations))
                .hasSameTextualContentAs(
                        Path.of("src/test/resources/db/migration/proof", versionHere + "__" + name + ".sql"));
    }
}
