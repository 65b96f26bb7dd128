package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.AmqpPeer;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.RunningServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.types.Binary;
import org.apache.qpid.protonj2.types.UnsignedLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A partner whose client library speaks AMQP 1.0 and knows nothing of JMS. */
@ExtendWith(RunningServer.class)
class PlainAmqpIT {
    private static final Pattern JARS = Pattern.compile(".*/(protonj2|netty|slf4j-api)[^/]*\\.jar");
    private static RunningServer running;

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
    }

    static Stream<Object> messageIds() {
        return Stream.of(
                "order-" + UUID.randomUUID(),
                "ID:order-" + UUID.randomUUID(),
                "ID:AMQP_UUID:" + UUID.randomUUID(),
                UnsignedLong.valueOf(System.nanoTime()),
                UUID.randomUUID(),
                new Binary(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("messageIds")
    void anAnswerIsRelatedToTheMessageIdOfWhateverType(Object id) throws Exception {
        try (AmqpPeer peer = partner()) {
            peer.send(Message.create("[]").messageId(id));

            assertThat(peer.answerTo(id).type()).isEqualTo("PartnerOrderRefused.v1");
        }
    }

    @ParameterizedTest
    @MethodSource("messageIds")
    void aCorrelationIdOfWhateverTypeComesBackAsItIs(Object id) throws Exception {
        try (AmqpPeer peer = partner()) {
            peer.send(Message.create("[]").messageId("another").correlationId(id));

            assertThat(peer.answerTo(id).type()).isEqualTo("PartnerOrderRefused.v1");
        }
    }

    /** The walk of docs/partners.md, word for word. */
    @Test
    void walksAsThePartnersPageSays() throws Exception {
        String page = Files.readString(Path.of(System.getProperty("root.dir"), "docs/partners.md"));
        assertThat(page).contains("\"" + RunningServer.PARTNER_PASSWORD + "\"", "partner:" + Api.PASSWORD);
        String walk = page.substring(page.indexOf("## A walk"));
        Path home = Path.of(System.getProperty("it.dir"), "partners-walk");
        copyClient(home.resolve("client"));
        Files.writeString(home.resolve("Order.java"), block(walk, "java"));
        Files.writeString(home.resolve("walk.sh"), block(walk, "sh"));
        Path output = home.resolve("walk.log");
        ProcessBuilder shell = new ProcessBuilder("bash", "walk.sh")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("HTTPS_PORT", running.server().address().replaceAll(".*:", ""));
        shell.environment().put("ARTEMIS_PORT", String.valueOf(running.brokerPort()));
        shell.environment().merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);

        assertThat(shell.start().waitFor(180, TimeUnit.SECONDS)).isTrue();

        List<String> answers = Files.readAllLines(output).stream()
                .filter(line -> line.startsWith("Partner"))
                .toList();
        assertThat(answers).as(Files.readString(output)).hasSize(3);
        assertThat(answers.get(0)).startsWith("PartnerOrderAccepted.v1").contains("\"repeated\":false");
        assertThat(answers.get(1))
                .startsWith("PartnerOrderAccepted.v1")
                .contains("\"repeated\":true", number(answers.get(0)));
        assertThat(answers.get(2)).startsWith("PartnerOrderRefused.v1").contains("lineItems[0].location");
    }

    private static AmqpPeer partner() throws Exception {
        return new AmqpPeer(
                running.brokerPort(),
                "partner",
                RunningServer.PARTNER_PASSWORD,
                "om.partner-orders",
                "reply.partner.orders");
    }

    private static String number(String answer) {
        Matcher number = Pattern.compile("\"customerOrder\":\"[^\"]+\"").matcher(answer);
        assertThat(number.find()).as(answer).isTrue();
        return number.group();
    }

    private static String block(String page, String language) {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** What the page says to lay there. */
    private static void copyClient(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (JARS.matcher(entry).matches()) {
                Path jar = Path.of(entry);
                Files.copy(jar, directory.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
