package io.orderfield.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {
    @Test
    void splitsAtTheFirstColonAndReadsUtf8() {
        BasicCredentials credentials =
                BasicCredentials.of(header("ağent:pass:wörd")).orElseThrow();
        assertThat(credentials.user()).isEqualTo("ağent");
        assertThat(new String(credentials.password())).isEqualTo("pass:wörd");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "Basic", "Basic !!!", "Bearer abc", "Basic bm9jb2xvbg==", "Basic OnB3", "Basic /////w=="})
    void isEmptyWhenMissingOrMalformed(String header) {
        assertThat(BasicCredentials.of(header)).isEmpty();
    }

    @Test
    void refusesANullCharacterThatNoDatabaseStores() {
        assertThat(BasicCredentials.of(header("a\0b:c"))).isEmpty();
    }

    private static String header(String text) {
        return "basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
