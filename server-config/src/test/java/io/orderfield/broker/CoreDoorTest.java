package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.federation.FederationDownstreamConfiguration;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.CreateQueueMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.CreateSessionMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.FederationDownstreamConnectMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ReattachSessionMessage;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a peer may send before it has signed in, and what nobody outside may send ever. */
class CoreDoorTest {
    private static final int SOON = 10_000;

    /** Asks for an answer, so that a connection that is open and one that closes are told apart without waiting. */
    private static final byte[] PING =
            frame(PacketImpl.PING, 0, ByteBuffer.allocate(8).putLong(60_000).array());

    private static final Map<Long, Set<Byte>> HANDSHAKE = Map.of(
            0L, Set.of(PacketImpl.PING, PacketImpl.SUBSCRIBE_TOPOLOGY, PacketImpl.SUBSCRIBE_TOPOLOGY_V2),
            1L,
                    Set.of(
                            PacketImpl.CREATESESSION,
                            PacketImpl.CREATESESSION_V2,
                            PacketImpl.CHECK_FOR_FAILOVER,
                            PacketImpl.REATTACH_SESSION));

    @TempDir
    private static Path data;

    private static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker(data, "acme=acme-password-of-16:partner");
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    /** Every type of packet that this version of Artemis has a name for. */
    static Stream<Byte> types() {
        return Arrays.stream(PacketImpl.class.getFields())
                .filter(field -> field.getType() == byte.class)
                .map(CoreDoorTest::value);
    }

    private static byte value(Field field) {
        try {
            return field.getByte(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void whoHasNotSignedInIsDisconnectedForEveryPacketButThoseOfTheHandshake(byte type) throws Exception {
        Map<String, Set<String>> before = broker.made();
        for (long channel : new long[] {0, 1, 2, 3, 4, 5, 10, 11}) {
            if (!HANDSHAKE.getOrDefault(channel, Set.of()).contains(type)) {
                try (Socket peer = connect()) {
                    peer.getOutputStream().write(frame(type, channel, new byte[64]));
                    assertClosed(peer, "packet " + type + " on channel " + channel);
                }
            }
        }
        assertThat(broker.made()).isEqualTo(before);
    }

    @Test
    void nothingIsConnectedToForAPeerThatHasNotSignedIn() throws Exception {
        Map<String, Set<String>> before = broker.made();
        try (ServerSocket elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket peer = connect()) {
            peer.getOutputStream().write(federation(elsewhere.getLocalPort()));
            assertClosed(peer, "federation");
            assertNobodyComes(elsewhere);
        }
        assertThat(broker.made()).isEqualTo(before);
    }

    @Test
    void noQueueIsMadeForAPeerThatHasNotSignedIn() throws Exception {
        Map<String, Set<String>> before = broker.made();
        try (Socket peer = connect()) {
            peer.getOutputStream().write(queueBesideASession());
            assertClosed(peer, "a queue");
        }
        assertThat(broker.made()).isEqualTo(before);
    }

    @Test
    void whoHasSignedInSpeaksNeitherLikeABrokerNorBesideItsSession() throws Exception {
        Map<String, Set<String>> before = broker.made();
        try (ServerSocket elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (byte[] attack : List.of(
                    federation(elsewhere.getLocalPort()),
                    queueBesideASession(),
                    frame(PacketImpl.NODE_ANNOUNCE, 0, new byte[64]),
                    frame(PacketImpl.BACKUP_REQUEST, 3, new byte[64]),
                    frame(PacketImpl.QUORUM_VOTE, 3, new byte[64]),
                    frame(PacketImpl.CLUSTER_CONNECT, 3, new byte[64]),
                    frame(PacketImpl.SCALEDOWN_ANNOUNCEMENT, 3, new byte[64]),
                    frame(PacketImpl.REPLICATION_APPEND, 2, new byte[64]),
                    frame(PacketImpl.FEDERATION_DOWNSTREAM_CONNECT, 10, new byte[64]))) {
                try (Socket peer = signedIn()) {
                    peer.getOutputStream().write(attack);
                    assertClosed(peer, "packet " + attack[Integer.BYTES]);
                }
            }
            assertNobodyComes(elsewhere);
        }
        assertThat(broker.made()).isEqualTo(before);
    }

    @Test
    void aSessionIsNotTakenOverByWhoKnowsItsName() throws Exception {
        try (Socket owner = signedIn();
                Socket thief = connect()) {
            thief.getOutputStream().write(bytes(new ReattachSessionMessage("session-of-acme", 0), 1));
            DataInputStream answer = answer(thief, PacketImpl.REATTACH_SESSION_RESP);
            assertThat(answer.readInt()).as("last confirmed").isEqualTo(-1);
            assertThat(answer.readBoolean()).as("taken over").isFalse();
            owner.getOutputStream().write(PING);
            answer(owner, PacketImpl.PING);
            assertThat(broker.server().getSessions())
                    .anySatisfy(session -> assertThat(session.getName()).isEqualTo("session-of-acme"));
        }
    }

    @Test
    void aClientThatLostItsConnectionSignsInAnew() throws Exception {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(
                "tcp://127.0.0.1:" + broker.port() + "?reconnectAttempts=20&retryInterval=50");
        factory.setConfirmationWindowSize(1_000_000);
        try (Connection connection = factory.createConnection("acme", "acme-password-of-16")) {
            connection.start();
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            broker.server().getRemotingService().getConnections().stream()
                    .filter(c -> c.getSubject() != null && !c.getRemoteAddress().startsWith("invm"))
                    .forEach(c -> c.getTransportConnection().close());
            // a call that was under way when the connection went is told so; those after it work
            Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
                session.createProducer(session.createQueue("om.partner-orders")).send(session.createTextMessage("{}"));
                return true;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"amqp.saslMechanisms=ANONYMOUS", "amqp.saslLayer=false"})
    void anAmqpClientSignsInByNameAndPassword(String without) {
        assertThatThrownBy(() -> {
                    try (Connection connection = new JmsConnectionFactory(
                                    "amqp://127.0.0.1:" + broker.port() + "?" + without)
                            .createConnection()) {
                        connection.start();
                    }
                })
                .isInstanceOf(JMSException.class);
    }

    @Test
    void anAmqpPeerIsOfferedNothingButNameAndPassword() throws Exception {
        try (Socket peer = open()) {
            peer.getOutputStream().write(new byte[] {'A', 'M', 'Q', 'P', 3, 1, 0, 0});
            DataInputStream in = new DataInputStream(peer.getInputStream());
            in.skipNBytes(8);
            String mechanisms = new String(in.readNBytes(in.readInt() - Integer.BYTES), StandardCharsets.US_ASCII);
            assertThat(mechanisms).contains("PLAIN").doesNotContain("ANONYMOUS");
        }
        try (Socket peer = open()) {
            peer.getOutputStream().write(new byte[] {'A', 'M', 'Q', 'P', 0, 1, 0, 0});
            assertClosed(peer, "AMQP without SASL");
        }
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.port());
        socket.setSoTimeout(SOON);
        return socket;
    }

    private static Socket connect() throws IOException {
        Socket socket = open();
        socket.getOutputStream().write("ARTEMIS".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Socket signedIn() throws IOException {
        Socket socket = connect();
        int version = broker.server().getVersion().getIncrementingVersion();
        socket.getOutputStream()
                .write(bytes(
                        new CreateSessionMessage(
                                "session-of-acme",
                                10,
                                version,
                                "acme",
                                "acme-password-of-16",
                                100_000,
                                false,
                                true,
                                true,
                                false,
                                -1,
                                null),
                        1));
        answer(socket, PacketImpl.CREATESESSION_RESP);
        return socket;
    }

    private static DataInputStream answer(Socket socket, byte type) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int length = in.readInt();
        byte[] frame = in.readNBytes(length);
        assertThat(frame[0]).as("type of the answer").isEqualTo(type);
        DataInputStream body = new DataInputStream(new java.io.ByteArrayInputStream(frame));
        body.skipBytes(Byte.BYTES + Long.BYTES);
        return body;
    }

    /** Closed without an answer to what came before the ping, nor to the ping. */
    private static void assertClosed(Socket peer, String what) throws IOException {
        try {
            peer.getOutputStream().write(PING);
            HexFormat hex = HexFormat.of();
            assertThat(hex.formatHex(peer.getInputStream().readAllBytes()))
                    .as(what)
                    .doesNotContain(hex.formatHex(PING));
        } catch (SocketTimeoutException e) {
            throw new AssertionError(what + ": still open", e);
        } catch (SocketException e) {
            assertThat(e).as(what).hasMessageMatching("(?i).*(reset|broken pipe).*");
        }
    }

    private static void assertNobodyComes(ServerSocket elsewhere) throws IOException {
        elsewhere.setSoTimeout(1_000);
        List<Socket> came = new ArrayList<>();
        try {
            came.add(elsewhere.accept());
        } catch (SocketTimeoutException nobody) {
            return;
        }
        assertThat(came).as("connections that the broker made").isEmpty();
    }

    private static byte[] federation(int port) {
        FederationDownstreamConnectMessage message = new FederationDownstreamConnectMessage();
        message.setName("attack");
        FederationDownstreamConfiguration back = new FederationDownstreamConfiguration();
        back.setName("attack");
        back.setUpstreamConfiguration(new TransportConfiguration(
                NettyConnectorFactory.class.getName(), Map.of("host", "127.0.0.1", "port", port), "attack"));
        back.addPolicyRef("none");
        back.getConnectionConfiguration().setStaticConnectors(List.of("attack"));
        message.setStreamConfiguration(back);
        return bytes(message, 4);
    }

    private static byte[] queueBesideASession() {
        return bytes(
                new CreateQueueMessage(
                        SimpleString.of("om.partner-orders"), SimpleString.of("spy"), null, true, false, false),
                1);
    }

    private static byte[] bytes(PacketImpl packet, long channel) {
        packet.setChannelID(channel);
        ActiveMQBuffer buffer = packet.encode(null);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    private static byte[] frame(byte type, long channel, byte[] body) {
        return ByteBuffer.allocate(Integer.BYTES + Byte.BYTES + Long.BYTES + body.length)
                .putInt(Byte.BYTES + Long.BYTES + body.length)
                .put(type)
                .putLong(channel)
                .put(body)
                .array();
    }
}
