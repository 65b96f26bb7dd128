package io.orderfield.om.policy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.PointOfNoReturnTrigger;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.WorkOrderNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkDifferenceTest {
    private static final RowMatch SURVEY = row("r1", 1, "SURVEY", null, WorkOrderNumber.ONE);
    private static final RowMatch INSTALL = row("r2", 2, "INSTALL", null, WorkOrderNumber.ONE_PER_UNIT);

    @Test
    void sameWorkIsNoDifferenceWhicheverRowWantsIt() {
        assertThat(between(List.of(SURVEY, INSTALL), List.of(INSTALL, SURVEY))).isEmpty();
        RowMatch moved = row("other", 9, "SURVEY", null, WorkOrderNumber.ONE);
        assertThat(between(List.of(SURVEY), List.of(moved))).isEmpty();
    }

    @Test
    void workOfARowThatIsNewOrGoneIsMoreOrFewer() {
        assertThat(between(List.of(SURVEY), List.of(SURVEY, INSTALL)))
                .singleElement()
                .satisfies(more -> {
                    assertThat(more.kind()).isEqualTo(ReplayKind.MORE);
                    assertThat(more.row()).isEqualTo("r2");
                    assertThat(more.more()).isEqualTo(3);
                    assertThat(more.fewer() + more.other()).isZero();
                    assertThat(more.template()).isNull();
                });
        assertThat(between(List.of(SURVEY, INSTALL), List.of(SURVEY)))
                .singleElement()
                .satisfies(fewer -> {
                    assertThat(fewer.kind()).isEqualTo(ReplayKind.FEWER);
                    assertThat(fewer.row()).isEqualTo("r2");
                    assertThat(fewer.fewer()).isEqualTo(3);
                    assertThat(fewer.more() + fewer.other()).isZero();
                    assertThat(fewer.template()).isEqualTo("INSTALL");
                });
    }

    @Test
    void anotherNumberIsTheDraftsRowsDoing() {
        RowMatch one = row("new", 2, "INSTALL", null, WorkOrderNumber.ONE);
        assertThat(between(List.of(INSTALL), List.of(one))).singleElement().satisfies(fewer -> {
            assertThat(fewer.kind()).isEqualTo(ReplayKind.FEWER);
            assertThat(fewer.row()).isEqualTo("new");
            assertThat(fewer.fewer()).isEqualTo(2);
        });
        assertThat(between(List.of(one), List.of(INSTALL))).singleElement().satisfies(more -> {
            assertThat(more.kind()).isEqualTo(ReplayKind.MORE);
            assertThat(more.more()).isEqualTo(2);
        });
    }

    @Test
    void anotherPriorityOrTriggerIsOtherWork() {
        assertThat(between(List.of(SURVEY), List.of(row("r1", 1, "SURVEY", 1, WorkOrderNumber.ONE))))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.kind()).isEqualTo(ReplayKind.OTHER);
                    assertThat(other.other()).isEqualTo(1);
                });
        RowMatch onStart =
                new RowMatch("r1", 1, "SURVEY", null, WorkOrderNumber.ONE, PointOfNoReturnTrigger.ON_WORK_START);
        assertThat(between(List.of(SURVEY), List.of(onStart)))
                .extracting(WorkDifference::kind)
                .containsExactly(ReplayKind.OTHER);
    }

    @Test
    void ofSeveralRowsOfATemplateTheFirstDecides() {
        RowMatch urgent = row("r9", 3, "SURVEY", 1, WorkOrderNumber.ONE);
        assertThat(between(List.of(SURVEY), List.of(SURVEY, urgent))).isEmpty();
        assertThat(between(List.of(SURVEY), List.of(urgent, SURVEY)))
                .extracting(WorkDifference::row)
                .containsExactly("r9");
    }

    @Test
    void aRowThatWantsAnotherTemplateIsOneDifference() {
        RowMatch better = row("r2", 2, "INSTALL-2", null, WorkOrderNumber.ONE);
        assertThat(between(List.of(SURVEY, INSTALL), List.of(SURVEY, better)))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.kind()).isEqualTo(ReplayKind.OTHER);
                    assertThat(other.was())
                            .isNotNull()
                            .extracting(ReplayedWork::number)
                            .isEqualTo(3);
                    assertThat(other.would())
                            .isNotNull()
                            .extracting(ReplayedWork::template)
                            .isEqualTo("INSTALL-2");
                    assertThat(other.other()).isEqualTo(1);
                    assertThat(other.template()).isEqualTo("INSTALL");
                });
        RowMatch ofAnotherRow = row("r5", 5, "INSTALL-2", null, WorkOrderNumber.ONE);
        assertThat(between(List.of(INSTALL), List.of(ofAnotherRow)))
                .extracting(WorkDifference::kind)
                .containsExactly(ReplayKind.FEWER, ReplayKind.MORE);
    }

    @Test
    void aTableThatWantsTheSameAlreadyHasTheDifference() {
        WorkDifference fewer =
                between(List.of(SURVEY, INSTALL), List.of(SURVEY)).get(0);
        assertThat(fewer.isWantedBy(works(List.of(SURVEY)))).isTrue();
        assertThat(fewer.isWantedBy(works(List.of(SURVEY, INSTALL)))).isFalse();
        WorkDifference more = between(List.of(SURVEY), List.of(SURVEY, INSTALL)).get(0);
        assertThat(more.isWantedBy(works(List.of(INSTALL)))).isTrue();
        assertThat(more.isWantedBy(works(List.of(SURVEY)))).isFalse();
        assertThat(more.isWantedBy(works(List.of(row("r2", 2, "INSTALL", null, WorkOrderNumber.ONE)))))
                .isFalse();
        RowMatch better = row("r2", 4, "INSTALL-2", null, WorkOrderNumber.ONE);
        WorkDifference other = between(List.of(INSTALL), List.of(better)).get(0);
        assertThat(other.isWantedBy(works(List.of(better)))).isTrue();
        assertThat(other.isWantedBy(works(List.of(better, INSTALL)))).isFalse();
        WorkDifference urgent = between(List.of(SURVEY), List.of(row("r1", 1, "SURVEY", 1, WorkOrderNumber.ONE)))
                .get(0);
        assertThat(urgent.isWantedBy(works(List.of(row("x", 7, "SURVEY", 1, WorkOrderNumber.ONE)))))
                .isTrue();
    }

    private static List<WorkDifference> between(List<RowMatch> was, List<RowMatch> would) {
        return WorkDifference.between(works(was), works(would));
    }

    /** Of a domain order of three. */
    private static Map<String, ReplayedWork> works(List<RowMatch> rows) {
        return ReplayedWork.of(rows, 3);
    }

    private static RowMatch row(
            String id, int number, String template, @Nullable Integer priority, WorkOrderNumber workOrders) {
        return new RowMatch(id, number, template, priority, workOrders, PointOfNoReturnTrigger.NEVER);
    }
}
