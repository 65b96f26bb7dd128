package io.orderfield.om.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinkStateTest {
    @Test
    void nothingLeadsOutOfWhatIsClosedOrCanceled() {
        assertThat(Arrays.stream(LinkState.values()).filter(LinkState::isTerminal))
                .containsExactly(LinkState.CANCELED, LinkState.CLOSED_INCOMPLETE, LinkState.CLOSED_COMPLETE);
        assertThat(Arrays.stream(LinkState.values()).filter(LinkState::isClosedByWork))
                .containsExactly(LinkState.CLOSED_INCOMPLETE, LinkState.CLOSED_COMPLETE);
    }

    @Test
    void hasReachedItselfAndWhatCameBefore() {
        assertThat(LinkState.ASSIGNED.hasReached(LinkState.QUALIFIED)).isTrue();
        assertThat(LinkState.ASSIGNED.hasReached(LinkState.ASSIGNED)).isTrue();
        assertThat(LinkState.ASSIGNED.hasReached(LinkState.ACCEPTED)).isFalse();
        assertThat(LinkState.CANCELED.hasReached(LinkState.DRAFT)).isFalse();
    }

    @Test
    void takesOverWhatFieldServiceReportsAndNotItsOwnWords() {
        assertThat(LinkState.reported("ASSIGNED")).contains(LinkState.ASSIGNED);
        assertThat(LinkState.reported("CANCELED")).contains(LinkState.CANCELED);
        assertThat(LinkState.reported("REQUESTED")).isEmpty();
        assertThat(LinkState.reported("REFUSED")).isEmpty();
        assertThat(LinkState.reported("LOST")).isEmpty();
    }
}
