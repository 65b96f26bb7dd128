package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", " * "})
    void expectsNothingWithoutATag(String header) {
        assertThat(EntityTag.version(header)).isNull();
    }

    @Test
    void readsWhatItWrites() {
        assertThat(EntityTag.version(EntityTag.of("42"))).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"42\"", "\"abc\"", "\"-1\"", "\"9999999999999999999999\"", "\"\""})
    void isStaleWhenNoVersionCanMatch(String header) {
        assertThatThrownBy(() -> EntityTag.version(header))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "\"1\", \"2\"", "\"1", ""})
    void isInvalidWhenItIsNotOneTag(String header) {
        assertThatThrownBy(() -> EntityTag.version(header))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid-if-match"));
    }

    @Test
    void keepsTheTagOfAPreviewAsItIs() {
        assertThat(EntityTag.opaque("\"a1b2-c3\"")).isEqualTo("a1b2-c3");
    }
}
