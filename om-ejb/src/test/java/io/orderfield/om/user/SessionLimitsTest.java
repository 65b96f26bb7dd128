package io.orderfield.om.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionLimitsTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final SessionLimits limits = new SessionLimits("30m", "8h");

    @Test
    void endsAfterThirtyMinutesWithoutUse() {
        assertThat(limits.over(START, at("PT1H"), at("PT1H29M59S"))).isFalse();
        assertThat(limits.over(START, at("PT1H"), at("PT1H30M"))).isTrue();
        assertThat(limits.writeEvery()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void endsAfterEightHoursHoweverMuchItIsUsed() {
        assertThat(limits.over(START, at("PT7H59M59S"), at("PT7H59M59S"))).isFalse();
        assertThat(limits.over(START, at("PT8H"), at("PT8H"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "soon", "", "-5m", "0s", "1d"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> new SessionLimits(text, "8h")).hasMessageContaining("SESSION_IDLE");
        assertThatThrownBy(() -> new SessionLimits("30m", text)).hasMessageContaining("SESSION_LIMIT");
    }

    private static Instant at(String later) {
        return START.plus(Duration.parse(later));
    }
}
