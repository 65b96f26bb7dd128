package io.orderfield.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de-AT, en;q=0.5|de-AT", "en;q=0.5, de|de", "*, fr;q=0.8|fr", "en;q=0, de;q=0.1|de", "*|en"})
    void readsWhatTheCallerLikesBest(String wished, String language) {
        assertThat(Reader.language(request(wished))).isEqualTo(Locale.forLanguageTag(language));
    }

    /** Whoever has to sign in first is answered before anybody looked at the header. */
    @ParameterizedTest
    @ValueSource(strings = {"xxxxxxxxx-*;q=zz,,,", ";;q=x", "en;q=high", "<de>", "", ",", "en;q=2"})
    void whatIsNoListOfLanguagesAsksForNone(String nonsense) {
        assertThat(Reader.language(request(nonsense))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void speaksEnglishToWhoAsksForNothing() {
        assertThat(Reader.language(request(null))).isEqualTo(Locale.ENGLISH);
    }

    /** That knows its headers alone: the container's own reading of this one is not asked for. */
    private static HttpServletRequest request(@Nullable String languages) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ReaderTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getHeader");
                    return languages;
                });
    }
}
