package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract in the tree, which the server answers, is the one that the build makes of the resources and their views. */
class ContractTest {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.yaml");
    private static final Path MADE = Path.of("target", "generated", "openapi.yaml");

    @Test
    void isTheCommittedOne() throws IOException {
        assertThat(Files.readString(MADE))
                .as("docs/openapi.yaml; what the build made lies in web/%s: read the difference, then copy it", MADE)
                .isEqualToNormalizingNewlines(Files.readString(COMMITTED));
    }
}
