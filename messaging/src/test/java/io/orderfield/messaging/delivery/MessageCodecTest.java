package io.orderfield.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.contract.PartnerOrder;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
    private static final UUID KEY = UUID.fromString("01956e2a-0000-7000-8000-000000000001");

    private final MessageCodec codec = new MessageCodec();

    @Test
    void writesInstantsAsTextAndLeavesNullsOut() {
        ShareWorkNote note = new ShareWorkNote(KEY, KEY, null, Instant.parse("2026-03-02T09:00:00.120Z"), "ü €");

        assertThat(codec.write(note))
                .isEqualTo("{\"workOrderKey\":\"" + KEY + "\",\"noteId\":\"" + KEY
                        + "\",\"occurredAt\":\"2026-03-02T09:00:00.120Z\",\"text\":\"ü €\"}");
        assertThat(codec.read(codec.write(note), ShareWorkNote.class)).isEqualTo(note);
    }

    @Test
    void ignoresMembersThatItDoesNotKnow() {
        assertThat(codec.read(
                        "{\"new\":{\"a\":[1]},\"workOrderKey\":\"" + KEY + "\",\"fromSequence\":3}",
                        RequestEntries.class))
                .isEqualTo(new RequestEntries(KEY, 3));
    }

    @Test
    void saysWhereTheBodyIsWrongAndDoesNotRepeatIt() {
        assertThatThrownBy(() -> codec.read("{\"workOrderKey\":\"Jane Doe\",\"fromSequence\":3}", RequestEntries.class))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> {
                    assertThat(e.code()).isEqualTo("wrong-shape");
                    assertThat(e.reason())
                            .contains("RequestEntries")
                            .contains("workOrderKey")
                            .doesNotContain("Jane");
                });
        assertThatThrownBy(() -> codec.read("{\"workOrderKey\" Jane", RequestEntries.class))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> {
                    assertThat(e.code()).isEqualTo("not-json");
                    assertThat(e.reason()).contains("line 1").doesNotContain("Jane");
                });
    }

    @Test
    void takesNoZeroForAMissingNumber() {
        assertThatThrownBy(() -> codec.read("{\"workOrderKey\":\"" + KEY + "\"}", RequestEntries.class))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("fromSequence");
        assertThatThrownBy(() -> codec.read("{\"fromSequence\":\"3\"}", RequestEntries.class))
                .isInstanceOf(UnreadableMessageException.class);
        assertThatThrownBy(() -> codec.read("{\"fromSequence\":3.7}", RequestEntries.class))
                .isInstanceOf(UnreadableMessageException.class);
    }

    @Test
    void saysNotJsonWhereverTheJsonBreaksOff() {
        for (String broken : List.of("{\"fromSequence\": ", "{\"workOrderKey\": \"Jane", "{\"workOrderKey\": Jane}")) {
            assertThatThrownBy(() -> codec.read(broken, RequestEntries.class))
                    .as(broken)
                    .isInstanceOfSatisfying(UnreadableMessageException.class, e -> assertThat(e.code())
                            .isEqualTo("not-json"));
        }
    }

    /** In an answer it would end the connection of a client that reads UTF-8. */
    @Test
    void refusesTextThatCannotBeSentOn() {
        for (String text : List.of("\\ud800", "\\u0000", "\\ude00\\ud83d")) {
            assertThatThrownBy(() -> codec.read("{\"externalReference\": \"" + text + "\"}", PartnerOrder.class))
                    .as(text)
                    .isInstanceOfSatisfying(UnreadableMessageException.class, e -> assertThat(e.code())
                            .isEqualTo("wrong-shape"));
        }
    }

    @Test
    void survivesHostileNesting() {
        assertThatThrownBy(() -> codec.read("{\"x\":" + "[".repeat(100_000), RequestEntries.class))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> assertThat(e.code())
                        .isEqualTo("not-json"));
    }

    @Test
    void writesNothingThatIsTooLongToRead() {
        WorkOrderTemplatePublished longest =
                new WorkOrderTemplatePublished("x".repeat(MessageCodec.MAXIMUM_LENGTH), "n", true, 1);

        assertThatThrownBy(() -> codec.write(longest)).isInstanceOf(IllegalArgumentException.class);
    }
}
