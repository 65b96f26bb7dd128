package io.orderfield.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagerTest {
    private final Pager pager = new Pager(10);

    @Test
    void goesOnAndBackWithinTheList() {
        pager.counted(25);
        assertThat(pager.isPrevious()).isFalse();
        assertThat(shown()).isEqualTo("1-10 of 25");
        pager.next();
        pager.next();
        assertThat(shown()).isEqualTo("21-25 of 25");
        assertThat(pager.isNext()).isFalse();
        pager.next();
        assertThat(pager.getFirst()).isEqualTo(20);
        pager.previous();
        assertThat(shown()).isEqualTo("11-20 of 25");
        pager.restart();
        assertThat(pager.getFirst()).isZero();
    }

    @Test
    void showsTheLastPageThatIsLeftOfAShorterList() {
        pager.counted(25);
        pager.next();
        pager.next();
        pager.counted(20);
        assertThat(shown()).isEqualTo("11-20 of 20");
        pager.counted(0);
        assertThat(shown()).isEqualTo("0-0 of 0");
        assertThat(pager.isNeeded()).isFalse();
        assertThat(pager.isPrevious()).isFalse();
    }

    private String shown() {
        return pager.getFrom() + "-" + pager.getTo() + " of " + pager.getTotal();
    }
}
