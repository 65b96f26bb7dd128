package io.orderfield.om.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Sentence;
import io.orderfield.om.OmSentences;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "aaaaaaaaaaaa",
                "qwertyuiop12",
                "Password1234!",
                "P@ssw0rdP@ssw0rd",
                "iloveyou2026",
                "letmeinletmein",
                "correcthorsebatterystaple",
                "Summer2026!!",
                "Orderfield2026!",
                "AlmaReyes2026!",
                "alma-reyes-1"
            })
    void refusesWhatIsCommonOrGuessable(String password) {
        assertThat(weakness(password)).startsWith("is too easy to guess: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quiet-lantern-river",
                "marble lamp crow",
                "kX9#mP2$vL5q",
                "correct horse battery staple velvet lantern river cloud",
                "дождь-стучит-по-крыше"
            })
    void takesWhatIsNotWhateverItIsMadeOf(String password) {
        assertThat(weakness(password)).isNull();
    }

    @Test
    void tellsWhy() {
        assertThat(weakness("Password1234!"))
                .isEqualTo("is too easy to guess: This is a top-10 common password. Add another word or two. Uncommon"
                        + " words are better. Capitalization doesn't help very much.");
    }

    @Test
    void costsLittleHoweverLong() {
        for (String base : List.of("l1!|", "$@40153", "1", "password")) {
            assertThat(base.repeat(200).substring(0, 200)).satisfies(longest -> {
                long begin = System.nanoTime();
                weakness(longest);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            });
        }
    }

    private static String weakness(String password) {
        Sentence weakness = PasswordStrength.weakness(password, "alma", "Alma Reyes");
        return weakness == null ? null : OmSentences.english(weakness);
    }
}
