package io.orderfield.fsm.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderfield.fsm.request.InventoryIntake;
import io.orderfield.fsm.request.WorkOrderRequestIntake;
import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Json;
import io.orderfield.messaging.contract.AccountReference;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestTemplates;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ServiceLocation;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.messaging.delivery.MessageContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkOrderCommandsListenerTest {
    private static final UUID KEY = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID MESSAGE = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final WorkOrderOrigin ORIGIN = new WorkOrderOrigin("ORD1", "ORDL1", 1, "SO1");
    private static final AccountReference ACCOUNT = new AccountReference("ACCT1", "Northwind");
    private static final ServiceLocation LOCATION =
            new ServiceLocation("LOC1", "Office", null, null, null, null, null, null, null, "UTC", null);

    private final Calls calls = new Calls();
    private final WorkOrderCommandsListener commands = Injected.into(
            new WorkOrderCommandsListener(), new FsmSide(), calls, new InventoryIntake(), new TemplateRequestIntake() {
                @Override
                public void tell(UUID messageId, RequestTemplates request) {
                    calls.remember(messageId, request);
                }
            });

    /** Remembers what it is called with. */
    private static final class Calls extends WorkOrderRequestIntake {
        final List<Record> bodies = new ArrayList<>();

        @Override
        public void request(UUID messageId, RequestWorkOrder request) {
            remember(messageId, request);
        }

        @Override
        public void cancel(UUID messageId, CancelWorkOrder request) {
            remember(messageId, request);
        }

        @Override
        public void share(UUID messageId, ShareWorkNote note) {
            remember(messageId, note);
        }

        @Override
        public void entries(UUID messageId, RequestEntries request) {
            remember(messageId, request);
        }

        private void remember(UUID messageId, Record body) {
            assertThat(messageId).isEqualTo(MESSAGE);
            bodies.add(body);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "REQUEST_WORK_ORDER",
                "CANCEL_WORK_ORDER",
                "SHARE_WORK_NOTE",
                "REQUEST_ENTRIES",
                "REQUEST_TEMPLATES"
            })
    void takesTheGoldenSampleOfEveryCommand(MessageType type) throws IOException {
        Path sample = Path.of("..", "docs", "contract", type.wireName() + ".json");
        Record body = Json.mapper().readValue(sample.toFile(), type.body());

        commands.handle(body, context(type));

        assertThat(calls.bodies).containsExactly(body);
    }

    @ParameterizedTest
    @MethodSource("withoutSomethingEssential")
    void refusesACommandThatNobodyCouldBeAnsweredFor(Record body) {
        assertThatExceptionOfType(ContractViolationException.class)
                .isThrownBy(() -> commands.handle(body, context(MessageType.of(body))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("contract-violation"));
        assertThat(calls.bodies).isEmpty();
    }

    static Stream<Record> withoutSomethingEssential() {
        return Stream.of(
                request(null, 1, ORIGIN, "ONT-INSTALL", ACCOUNT, "agent"),
                request(KEY, 0, ORIGIN, "ONT-INSTALL", ACCOUNT, "agent"),
                request(KEY, 1, null, "ONT-INSTALL", ACCOUNT, "agent"),
                request(KEY, 1, new WorkOrderOrigin("ORD1", "ORDL1", 1, null), "ONT-INSTALL", ACCOUNT, "agent"),
                request(KEY, 1, ORIGIN, null, ACCOUNT, "agent"),
                request(KEY, 1, ORIGIN, "ONT-INSTALL", null, "agent"),
                request(KEY, 1, ORIGIN, "ONT-INSTALL", ACCOUNT, " "),
                new CancelWorkOrder(KEY, 1, ORIGIN, null, "agent"),
                new CancelWorkOrder(KEY, 1, ORIGIN, "x".repeat(4001), "agent"),
                new ShareWorkNote(KEY, null, "Mia", Instant.EPOCH, "hello"),
                new ShareWorkNote(KEY, MESSAGE, "Mia", Instant.EPOCH, "nul \0"),
                new RequestEntries(null, 1));
    }

    @Test
    void refusesAMessageThatIsNoCommand() {
        WorkOrderTemplatePublished body = new WorkOrderTemplatePublished("X", "x", true, 1);

        assertThatExceptionOfType(ContractViolationException.class)
                .isThrownBy(() -> commands.handle(body, context(MessageType.WORK_ORDER_TEMPLATE_PUBLISHED)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("unexpected-message-type"));
    }

    private static RequestWorkOrder request(
            UUID key, long revision, WorkOrderOrigin origin, String template, AccountReference account, String by) {
        return new RequestWorkOrder(
                key, revision, origin, template, 3, "Add", "", null, null, account, null, LOCATION, false, by);
    }

    private static MessageContext context(MessageType type) {
        return new MessageContext(MESSAGE, type, "SO1", "ORD1", Instant.EPOCH, null);
    }
}
