package io.orderfield.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tested here on schema {@code proof} is what the product's schemas have. */
class DeliveryMigrationTest {
    @ParameterizedTest
    @ValueSource(strings = {"om", "fsm"})
    void everySchemaHasTheTablesThatAreTestedHere(String schema) {
        Path product = Path.of("..", schema + "-ejb", "src/main/resources/db/migration", schema, "V2__delivery.sql");

        assertThat(product).hasSameTextualContentAs(Path.of("src/test/resources/db/migration/proof/V2__delivery.sql"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"om:V9", "fsm:V5"})
    void everySchemaHasTheTablesOfTheFigures(String schemaAndVersion) {
        String schema = schemaAndVersion.split(":")[0];
        String file = schemaAndVersion.split(":")[1] + "__sync_figures.sql";
        Path product = Path.of("..", schema + "-ejb", "src/main/resources/db/migration", schema, file);

        assertThat(product)
                .hasSameTextualContentAs(Path.of("src/test/resources/db/migration/proof/V3__sync_figures.sql"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"om:V12", "fsm:V7"})
    void everySchemaHasTheTableOfWhatPeopleDidWithUnsentMessages(String schemaAndVersion) {
        String schema = schemaAndVersion.split(":")[0];
        String file = schemaAndVersion.split(":")[1] + "__unsent_action.sql";
        Path product = Path.of("..", schema + "-ejb", "src/main/resources/db/migration", schema, file);

        assertThat(product)
                .hasSameTextualContentAs(Path.of("src/test/resources/db/migration/proof/V4__unsent_action.sql"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"om:V19", "fsm:V8"})
    void everySchemaKeepsAsDataWhatADiscardDid(String schemaAndVersion) {
        String schema = schemaAndVersion.split(":")[0];
        String file = schemaAndVersion.split(":")[1] + "__unsent_action_sentence.sql";
        Path product = Path.of("..", schema + "-ejb", "src/main/resources/db/migration", schema, file);

        assertThat(product)
                .hasSameTextualContentAs(
                        Path.of("src/test/resources/db/migration/proof/V5__unsent_action_sentence.sql"));
    }
}
