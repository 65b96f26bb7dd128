package io.orderfield.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HttpGrammarTest {
    @Test
    void takesWhatClientsSendAsAccept() {
        all(
                HttpGrammar::isAccept,
                "*/*",
                "application/json",
                "application/json, text/plain, */*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "application/json;charset=utf-8;q=1",
                "text/plain; version=\"0.0.4, rev 2\"");
        none(
                HttpGrammar::isAccept,
                "",
                "nonsense",
                "*/*;q=abc",
                "*/*;q=",
                "*/*;q=0.5x, text/html",
                ";;;,,,/",
                "text/html;level",
                "a/b;c=\"open",
                "text/html,".repeat(500));
    }

    @Test
    void takesWhatClientsSendAsContentType() {
        all(
                HttpGrammar::isMediaType,
                "application/json",
                "application/json;charset=UTF-8",
                "application/merge-patch+json ; charset=\"utf-8\"",
                "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
                "text/csv; header=present");
        none(
                HttpGrammar::isMediaType,
                "",
                "/",
                "json",
                "application/json;;;=",
                "application/*",
                "text/plain charset=x");
    }

    @Test
    void takesWhatClientsSendAsLanguages() {
        all(HttpGrammar::isLanguages, "en-US,en;q=0.9", "de", "*", "de-CH-1996, fr;q=0.7, *;q=0.1");
        none(HttpGrammar::isLanguages, ";;q=x", "en;q=x", "en,,", "e_n");
    }

    @Test
    void takesHosts() {
        all(HttpGrammar::isHost, "localhost", "localhost:9443", "orders.example.com", "[::1]:9443", "10.0.0.1:");
        none(HttpGrammar::isHost, "", "a b", "localhost:abc", "user@host", "a/b", "[::1", "host:123456");
    }

    @Test
    void takesAddressesThatNeedNoGuess() {
        all(
                HttpGrammar::isAddress,
                "",
                "/api/v1/customer-orders/ORD0001001;v=1",
                "q=a%20b&size=50&from=2026-03-31T08:00:00Z",
                "q=%C3%A4",
                "q=\u00e4",
                "/a/%2500");
        none(
                HttpGrammar::isAddress,
                "q=a\\b",
                "q=%zz",
                "q=%",
                "q=%4",
                "q=%ff",
                "/%c0%af",
                "q=a|b",
                "q=\"<>",
                "a b",
                "{x}");
    }

    @Test
    void isQuickWhateverComes() {
        String long1 = "a/b" + ";c=d".repeat(400) + ";";
        String long2 = "%41".repeat(20_000) + "\\";
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> {
            assertThat(HttpGrammar.isMediaType(long1)).isFalse();
            assertThat(HttpGrammar.isAddress(long2)).isFalse();
        });
    }

    private static void all(Predicate<String> grammar, String... texts) {
        assertThat(texts).allMatch(grammar);
    }

    private static void none(Predicate<String> grammar, String... texts) {
        assertThat(texts).noneMatch(grammar);
    }
}
