package io.orderfield.web.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagChartTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:30Z");

    @Test
    void endsALineWhereAMinuteHadNoMessages() {
        LagChart chart = LagChart.of(List.of(side("om", 10, 9, 5)), NOW);

        assertThat(chart.lines())
                .extracting(LagChart.Line::style)
                .containsExactly("om p50", "om p50", "om p99", "om p99");
    }

    @Test
    void drawsTheGreatestLagAtTheTopAndNowAtTheRight() {
        LagChart chart = LagChart.of(List.of(side("om", 0)), NOW);

        LagChart.Line worst = chart.lines().get(1);
        assertThat(worst.points()).endsWith("600.0,0.0 ");
        assertThat(chart.top()).isEqualTo("2.0 s");
        assertThat(chart.middle()).isEqualTo("1.0 s");
    }

    @Test
    void drawsNothingWithoutMessages() {
        assertThat(LagChart.of(List.of(side("om"), side("fsm")), NOW).lines()).isEmpty();
    }

    @Test
    void writesMillisecondsForPeople() {
        assertThat(LagChart.millis(7)).isEqualTo("7 ms");
        assertThat(LagChart.millis(1500)).isEqualTo("1.5 s");
        assertThat(LagChart.millis(90_000)).isEqualTo("1.5 min");
    }

    private static SyncRecord.Side side(String name, long... minutesAgo) {
        List<SyncRecord.Lag> minutes = new ArrayList<>();
        Arrays.stream(minutesAgo)
                .forEach(ago -> minutes.add(new SyncRecord.Lag(
                        Instant.parse("2026-03-02T10:00:00Z").minusSeconds(60 * ago), 1, 100, 1000, 2000, 2000)));
        return new SyncRecord.Side(
                name, 0, 0, null, 0, 0, 0, new SyncRecord.Lag(NOW, 0, 0, 0, 0, 0), minutes, List.of());
    }
}
