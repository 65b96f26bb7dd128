package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.AmqpPeer;
import io.orderfield.it.support.RandomAmqp;
import io.orderfield.it.support.RunningServer;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.qpid.protonj2.client.AdvancedMessage;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.types.messaging.AmqpSequence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever an outside application sends by AMQP: it is refused or answered, and the next good message is served. */
@ExtendWith(RunningServer.class)
class AnyAmqpMessageIT {
    private static RunningServer running;
    private static String location;

    /** The queues of outside applications. */
    enum Door {
        PARTNER_ORDERS("partner", RunningServer.PARTNER_PASSWORD, "om.partner-orders", "reply.partner.orders") {
            @Override
            String good(String reference) {
                return "{\"externalReference\":\"" + reference
                        + "\",\"place\":false,\"lineItems\":[{\"action\":\"add\","
                        + "\"specification\":\"SITE-SURVEY\",\"location\":\"" + location + "\"}]}";
            }

            @Override
            String answered() {
                return "PartnerOrderAccepted.v1";
            }
        },
        PARTNER_UPDATES(
                "field-system",
                RunningServer.FIELD_SYSTEM_PASSWORD,
                "fsm.partner-updates",
                "reply.field-system.updates") {
            @Override
            String good(String reference) {
                return "{\"reference\":\"" + reference + "\",\"task\":\"WOT0000000\",\"action\":\"accept\"}";
            }

            @Override
            String answered() {
                return "WorkOrderTaskUpdateRefused.v1";
            }
        };

        private final String user;
        private final String password;
        private final String queue;
        private final String answers;

        Door(String user, String password, String queue, String answers) {
            this.user = user;
            this.password = password;
            this.queue = queue;
            this.answers = answers;
        }

        /** A message that can be worked off. */
        abstract String good(String reference);

        /** And what comes back. */
        abstract String answered();

        AmqpPeer open() throws Exception {
            return new AmqpPeer(running.brokerPort(), user, password, queue, answers);
        }
    }

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
        location = given.api().get("partner", "/locations").getString("[0].number");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheBrokerCannotConvertIsRefusedAtTheDoorAndTheNextIsServed(Door door) throws Exception {
        try (AmqpPeer peer = door.open()) {
            List<Message<?>> inconvertible = List.of(
                    Message.create(Map.of("k", List.of(1, 2))),
                    AdvancedMessage.create().addBodySection(new AmqpSequence<>(List.of(new Date()))),
                    Message.create("{}").property("when", new Date()));
            for (Message<?> message : inconvertible) {
                assertThat(peer.send(message))
                        .hasValueSatisfying(why -> assertThat(why).contains("REJECTED"));
                isServed(door, peer);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterAnyMessagesAGoodOneIsServed(Door door) throws Exception {
        serves(door, 200);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("full")
    void afterThousandsOfAnyMessagesAGoodOneIsServed(Door door) throws Exception {
        serves(door, 2_000);
    }

    private static void serves(Door door, int messages) throws Exception {
        long seed = Long.getLong("amqp.seed", System.nanoTime());
        System.out.println("Random AMQP messages to " + door + ": -Damqp.seed=" + seed);
        RandomAmqp any = new RandomAmqp(seed);
        int refused = 0;
        try (AmqpPeer peer = door.open()) {
            for (int sent = 1; sent <= messages; sent++) {
                Optional<String> why = peer.sendAnything(any.next());
                refused += why.isPresent() ? 1 : 0;
                if (sent % 100 == 0) {
                    isServed(door, peer);
                }
            }
        }
        assertThat(refused).isBetween(1, messages - 1);
        assertThat(running.api().get("admin", "/sync/dead-letters?size=200").getList("code"))
                .as("dead letters can be listed, whatever they were")
                .doesNotContain("no-validated-user", "attempts-exhausted");
    }

    private static void isServed(Door door, AmqpPeer peer) throws Exception {
        String reference = "ANY-" + UUID.randomUUID();
        assertThat(peer.send(Message.create(door.good(reference)).correlationId(reference)))
                .isEmpty();
        assertThat(peer.answerTo(reference).type()).isEqualTo(door.answered());
    }
}
