package io.orderfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlankTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n",
                "\u00A0",
                "\u2003\u2007\u202F",
                "\u3000",
                "\u200B",
                "\uFEFF",
                "\u200C\u200D\u2060",
                "\u00AD",
                " \u00A0\u200B\uFEFF\n"
            })
    void whatNobodyCanSeeIsBlank(String text) {
        assertThat(Blank.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00A0x\u200B", ".", "\ud83d\udc68\u200d\ud83d\udc69", "\0"})
    void whatSomebodySeesIsNot(String text) {
        assertThat(Blank.is(text)).isFalse();
    }

    @Test
    void nothingIsBlank() {
        assertThat(Blank.is(null)).isTrue();
    }

    @Test
    void blanksAroundATextGoAndJoinersInItStay() {
        assertThat(Blank.strip("\u00A0\u2003 a\u00A0b \u202F\n")).isEqualTo("a\u00A0b");
        assertThat(Blank.strip("\u2007\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\u3000"))
                .isEqualTo("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
        assertThat(Blank.strip("\u00A0\u3000")).isEmpty();
    }
}
