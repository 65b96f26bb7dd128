package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageLinksTest {
    @Test
    void linksTheNextPageFromTheFirst() {
        assertThat(PageLinks.of("/api/v1/customer-orders", "", 0, 50, 51))
                .containsExactly("</api/v1/customer-orders?page=1>; rel=\"next\"");
    }

    @Test
    void linksBothWaysFromTheMiddleAndKeepsTheRestOfTheQuery() {
        assertThat(PageLinks.of("/l", "state=NEW&page=1&size=10&sort=-createdAt", 1, 10, 25))
                .containsExactly(
                        "</l?state=NEW&size=10&sort=-createdAt&page=2>; rel=\"next\"",
                        "</l?state=NEW&size=10&sort=-createdAt&page=0>; rel=\"prev\"");
    }

    @Test
    void linksNothingWhereOnePageIsAll() {
        assertThat(PageLinks.of("/l", "size=50", 0, 50, 50)).isEmpty();
        assertThat(PageLinks.of("/l", "", 0, 50, 0)).isEmpty();
    }

    @Test
    void linksBackOnlyFromTheLastPageAndFromBehindIt() {
        assertThat(PageLinks.of("/l", "page=2", 2, 10, 30)).containsExactly("</l?page=1>; rel=\"prev\"");
        assertThat(PageLinks.of("/l", "page=9", 9, 10, 30)).containsExactly("</l?page=8>; rel=\"prev\"");
    }

    @Test
    void letsNoQueryBreakOutOfTheLink() {
        assertThat(PageLinks.of("/l", "q=a>;\"b\r\nX: y", 0, 1, 2))
                .containsExactly("</l?q=a;bX:y&page=1>; rel=\"next\"");
    }

    @Test
    void doesNotOverflowOnTheLastPageThatCanBeAskedFor() {
        assertThat(PageLinks.of("/l", "", 1_000_000, 200, 10)).hasSize(1);
    }
}
