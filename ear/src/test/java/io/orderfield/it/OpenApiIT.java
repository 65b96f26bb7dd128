package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract in the tree is the one that the server answers. */
@ExtendWith(RunningServer.class)
class OpenApiIT {
    private static final Path COMMITTED = Path.of(System.getProperty("root.dir"), "docs", "openapi.yaml");
    private static final Path ANSWERED = Path.of(System.getProperty("it.dir"), "openapi.yaml");

    @Test
    void answersTheCommittedContract(RunningServer running) throws IOException {
        String answered = Api.to(running.server().address())
                .accept("application/yaml")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(ANSWERED, answered);

        assertThat(answered)
                .as(
                        "docs/openapi.yaml; what the server answers lies in %s: read the difference, then copy it",
                        ANSWERED)
                .isEqualToNormalizingNewlines(Files.readString(COMMITTED));
    }
}
