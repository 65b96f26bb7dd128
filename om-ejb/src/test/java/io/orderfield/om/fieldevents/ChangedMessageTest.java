package io.orderfield.om.fieldevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.AttachmentDetails;
import io.orderfield.messaging.contract.FollowUpWish;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderSnapshot;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.om.plan.LinkState;
import io.orderfield.om.testing.FieldService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Field Service reports against the contract is found before anything is locked, by a code of its own. */
class ChangedMessageTest {
    private static final UUID KEY = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final WorkOrderChanged RIGHT =
            new FieldService(KEY, "WO0000001", "ONT-INSTALL").becomes("QUALIFIED");
    private static final ActivityEntry ENTRY = RIGHT.entries().get(0);

    @Test
    void readsTheStateOfAMessageThatIsRight() {
        assertThat(ChangedMessage.checked(RIGHT)).isEqualTo(LinkState.QUALIFIED);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("missing-field", message(null, RIGHT.snapshot(), List.of(ENTRY), null)),
                Arguments.of("missing-field", message(KEY, null, List.of(ENTRY), null)),
                Arguments.of("missing-field", message(KEY, RIGHT.snapshot(), null, null)),
                Arguments.of(
                        "missing-field",
                        message(KEY, RIGHT.snapshot(), List.of(), new FollowUpWish(UUID.randomUUID(), null, "more"))),
                Arguments.of("missing-field", entry(1, null, "note", null, null)),
                Arguments.of("missing-field", entry(1, ENTRY.occurredAt(), null, null, null)),
                Arguments.of("invalid-entry", entry(0, ENTRY.occurredAt(), "note", null, null)),
                Arguments.of(
                        "invalid-entry",
                        entry(
                                1,
                                ENTRY.occurredAt(),
                                "attachment-added",
                                null,
                                new AttachmentDetails(UUID.randomUUID(), "a.jpg", "image/jpeg", 1, "/elsewhere"))),
                Arguments.of("text-too-long", entry(1, ENTRY.occurredAt(), "note", "x".repeat(4001), null)),
                Arguments.of("unknown-state", new FieldService(KEY, "WO0000001", "ONT-INSTALL").becomes("TELEPORTED")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesWhatBreaksTheContract(String code, WorkOrderChanged message) {
        assertThatExceptionOfType(ContractViolationException.class)
                .isThrownBy(() -> ChangedMessage.checked(message))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void takesATextOfFourThousandCharacters() {
        WorkOrderChanged message = entry(1, ENTRY.occurredAt(), "note", "x".repeat(4000), null);
        assertThat(ChangedMessage.checked(message)).isEqualTo(LinkState.QUALIFIED);
    }

    private static WorkOrderChanged entry(
            long sequence, Instant at, String kind, String text, AttachmentDetails attachment) {
        return message(
                KEY,
                RIGHT.snapshot(),
                List.of(new ActivityEntry(sequence, at, kind, "Tara", null, null, List.of(), text, attachment)),
                null);
    }

    private static WorkOrderChanged message(
            UUID key, WorkOrderSnapshot snapshot, List<ActivityEntry> entries, FollowUpWish wish) {
        return new WorkOrderChanged(key, "WO0000001", 1, 1, snapshot, entries, wish);
    }
}
