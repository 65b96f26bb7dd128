package io.orderfield.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeanwhileChangedTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void keepsOnlyTheFieldsThatDiffer() {
        MeanwhileChanged changed = MeanwhileChanged.with("max", AT)
                .field("Name", "Harbor Hotels", "Harbor Hotel Group")
                .field("Segment", "enterprise", "enterprise")
                .field("Quantity", 3, 4L)
                .shown();

        assertThat(changed.by()).isEqualTo("max");
        assertThat(changed.at()).isEqualTo(AT);
        assertThat(changed.differences())
                .containsExactly(
                        new MeanwhileChanged.Difference("Name", "Harbor Hotels", "Harbor Hotel Group"),
                        new MeanwhileChanged.Difference("Quantity", "3", "4"));
    }

    @Test
    void takesNothingEmptyTextAndBlanksForTheSame() {
        assertThat(MeanwhileChanged.with(null, null)
                        .field("Phone", null, "")
                        .field("E-mail", " a@b.example ", "a@b.example")
                        .shown()
                        .differences())
                .isEmpty();
        assertThat(MeanwhileChanged.with(null, null)
                        .field("Phone", "+1", null)
                        .shown()
                        .differences())
                .containsExactly(new MeanwhileChanged.Difference("Phone", "+1", ""));
    }

    @Test
    void outlivesTheRequestSinceAViewKeepsIt() throws Exception {
        MeanwhileChanged changed =
                MeanwhileChanged.with("max", AT).field("Name", "a", "b").shown();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(changed);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(changed);
        }
    }
}
