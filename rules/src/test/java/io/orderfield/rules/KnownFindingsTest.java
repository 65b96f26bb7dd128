package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Finding.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownFindingsTest {
    private static final DraftRow FIRST = new DraftRow("a", Map.of("region", "North"));
    private static final DraftRow SECOND = new DraftRow("b", Map.of("region", "North", "note", "so"));
    private static final List<DraftRow> ROWS = List.of(FIRST, SECOND);

    private static Finding shadowed(int row, int by) {
        return new Finding(
                Kind.SHADOWED, "b", row, "", Sentence.of("finding.shadowed").with("row", by), Map.of());
    }

    private static Finding gap(String specification) {
        return new Finding(Kind.GAP, "", 0, "", Sentence.of("finding.gap"), Map.of("specification", specification));
    }

    private static boolean knows(Finding before, Finding now, List<DraftRow> rows) {
        return new KnownFindings(List.of(before), ROWS)
                .among(List.of(now), rows)
                .contains(now);
    }

    @Test
    void knowsARowWhereverItStandsAndWhateverItsNoteSays() {
        DraftRow noted = new DraftRow("b", Map.of("region", "North", "note", "other"));
        DraftRow more = new DraftRow("c", Map.of());
        assertThat(knows(shadowed(2, 1), shadowed(3, 2), List.of(more, FIRST, noted)))
                .isTrue();
    }

    @Test
    void isAskedAnewForARowThatSaysSomethingElseOrIsMadeVoidByAnother() {
        DraftRow changed = new DraftRow("b", Map.of("region", "South"));
        DraftRow more = new DraftRow("c", Map.of());
        assertThat(knows(shadowed(2, 1), shadowed(2, 1), List.of(FIRST, changed)))
                .isFalse();
        assertThat(knows(shadowed(2, 1), shadowed(3, 1), List.of(more, FIRST, SECOND)))
                .isFalse();
    }

    @Test
    void isAskedAnewForARowForEverySpecificationThatAsksLessThanItDid() {
        Finding any =
                new Finding(Kind.ANY_SPECIFICATION, "b", 2, "specification", Sentence.of("finding.any"), Map.of());
        assertThat(knows(any, any, List.of(FIRST, SECOND))).isTrue();
        assertThat(knows(any, any, List.of(FIRST, new DraftRow("b", Map.of())))).isFalse();
    }

    @Test
    void knowsTheSameGapAlone() {
        assertThat(knows(gap("A"), gap("A"), List.of())).isTrue();
        assertThat(knows(gap("A"), gap("B"), List.of())).isFalse();
    }
}
