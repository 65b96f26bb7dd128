package io.orderfield.om.policy.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows somebody should look at, up to the limits. */
class RowMarkTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aRowThatCountedAtTheVeryMomentIsHit() {
        assertThat(RowMark.of(hit(SINCE), SINCE, true)).isEmpty();
        assertThat(RowMark.of(hit(SINCE.minusNanos(1)), SINCE, true)).containsExactly(RowMark.NEVER_HIT);
        assertThat(RowMark.of(hit(null), SINCE, true)).containsExactly(RowMark.NEVER_HIT);
    }

    @Test
    void aRowThatCouldNotCountIsNotBlamed() {
        assertThat(RowMark.of(hit(null), SINCE, false)).isEmpty();
        assertThat(RowMark.of(RowFigures.NONE, SINCE, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 15, 0, 0, true",
        "3, 16, 0, 0, false",
        "3, 5, 6, 4, true",
        "3, 5, 6, 5, false",
        "2, 2, 0, 0, false",
        "3, 0, 0, 0, true",
        "0, 0, 0, 0, false"
    })
    void oftenReworkedAreThreeAndAFifthOfWhatHasEnded(
            long reworked, long complete, long incomplete, long canceled, boolean marked) {
        RowFigures figures = new RowFigures(1, SINCE, 40, complete, incomplete, canceled, reworked);
        assertThat(RowMark.of(figures, SINCE, true).contains(RowMark.OFTEN_REWORKED))
                .isEqualTo(marked);
    }

    @Test
    void bothMarksStandBesideEachOther() {
        RowFigures figures = new RowFigures(9, SINCE.minusSeconds(1), 9, 9, 0, 0, 9);
        assertThat(RowMark.of(figures, SINCE, true)).containsExactly(RowMark.values());
    }

    @Test
    void figuresAddUpAndTheLaterHitIsTheLast() {
        RowFigures sum = hit(SINCE)
                .plus(new RowFigures(2, SINCE.plusSeconds(9), 7, 1, 2, 3, 4))
                .plus(RowFigures.NONE)
                .plus(hit(SINCE.minusSeconds(9)));
        assertThat(sum).isEqualTo(new RowFigures(4, SINCE.plusSeconds(9), 7, 1, 2, 3, 4));
        assertThat(sum.withoutWork()).isEqualTo(new RowFigures(4, SINCE.plusSeconds(9), 0, 0, 0, 0, 0));
        assertThat(RowFigures.NONE.plus(RowFigures.NONE)).isEqualTo(RowFigures.NONE);
    }

    private static RowFigures hit(@Nullable Instant at) {
        return new RowFigures(1, at, 0, 0, 0, 0, 0);
    }
}
