package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Refusal;
import io.orderfield.web.problem.Reader;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
    @Test
    void answersTheFirst50WhenNothingIsAsked() {
        Paging paging = new Paging(null, null);
        assertThat(paging.first()).isZero();
        assertThat(paging.max()).isEqualTo(50);
    }

    @Test
    void countsPagesFromZero() {
        assertThat(new Paging(3, 20).first()).isEqualTo(60);
        assertThat(new Paging(0, 200).max()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"-1, 50, page", "1000001, 50, page", "0, 0, size", "0, 201, size"})
    void refusesWhatIsOutOfRange(int page, int size, String field) {
        assertThatThrownBy(() -> new Paging(page, size).first()).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("invalid-page");
            assertThat(Reader.reads(Locale.ENGLISH, refusal.sentence())).startsWith(field + " must be from ");
        });
    }
}
