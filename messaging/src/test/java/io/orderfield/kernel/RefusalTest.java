package io.orderfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void aVersionThatTheCallerSawOrDoesNotCareAboutIsNotStale() {
        assertThatCode(() -> Refusal.checkVersion(null, 3, "user", "olga")).doesNotThrowAnyException();
        assertThatCode(() -> Refusal.checkVersion(1_000L, 1_000, "user", "olga"))
                .as("compared as numbers, not as objects")
                .doesNotThrowAnyException();
    }

    @Test
    void anotherVersionIsStaleAndSaysOfWhat() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Refusal.checkVersion(2L, 3, "user", "olga"))
                .satisfies(stale -> assertThat(stale.kind()).isEqualTo(Refusal.Kind.STALE))
                .satisfies(stale -> assertThat(stale.sentence())
                        .isEqualTo(Sentence.of("stale").with("what", "user").with("number", "olga")));
    }
}
