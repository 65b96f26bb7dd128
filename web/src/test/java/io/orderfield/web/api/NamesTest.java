package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void readsRepeatedAndSeparatedNamesAlike() {
        assertThat(Names.of(List.of("note, updated", "closed", " ,"))).containsExactly("note", "updated", "closed");
        assertThat(Names.of(null)).isEmpty();
    }
}
