package io.orderfield.it.support;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.client.AdvancedMessage;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.types.Binary;
import org.apache.qpid.protonj2.types.Decimal128;
import org.apache.qpid.protonj2.types.Decimal32;
import org.apache.qpid.protonj2.types.Decimal64;
import org.apache.qpid.protonj2.types.Symbol;
import org.apache.qpid.protonj2.types.UnknownDescribedType;
import org.apache.qpid.protonj2.types.UnsignedByte;
import org.apache.qpid.protonj2.types.UnsignedInteger;
import org.apache.qpid.protonj2.types.UnsignedLong;
import org.apache.qpid.protonj2.types.UnsignedShort;
import org.apache.qpid.protonj2.types.messaging.AmqpSequence;
import org.apache.qpid.protonj2.types.messaging.AmqpValue;
import org.apache.qpid.protonj2.types.messaging.ApplicationProperties;
import org.apache.qpid.protonj2.types.messaging.Data;
import org.apache.qpid.protonj2.types.messaging.Footer;
import org.apache.qpid.protonj2.types.messaging.Header;
import org.apache.qpid.protonj2.types.messaging.MessageAnnotations;
import org.apache.qpid.protonj2.types.messaging.Properties;

/**
 * AMQP messages as nobody sane sends them: every body section with every type in it, strange properties, annotations and
 * headers, huge, deep, empty, and bytes that are no AMQP at all. The same seed makes the same messages.
 */
public final class RandomAmqp {
    /** Names that mean something to a broker, to JMS or to Orderfield. */
    private static final List<String> NAMES = List.of(
            "a",
            "",
            "messageType",
            "messageId",
            "occurredAt",
            "traceparent",
            "outsideUser",
            "outsideAnswers",
            "deadLetterId",
            "deadLetterCode",
            "JMSReplyTo",
            "JMSCorrelationID",
            "JMSType",
            "JMSXGroupID",
            "JMSXGroupSeq",
            "JMSXUserID",
            "JMSXDeliveryCount",
            "NATIVE_MESSAGE_ID",
            "_AMQ_VALIDATED_USER",
            "_AMQ_GROUP_ID",
            "_AMQ_DUPL_ID",
            "_AMQ_LVQ_NAME",
            "_AMQ_LARGE_COMPRESSED",
            "_AMQ_LARGE_SIZE",
            "_AMQ_ROUTING_TYPE",
            "_AMQ_ORIG_ADDRESS",
            "name with blanks",
            "ünïcode");

    private static final List<String> ANNOTATIONS = List.of(
            "x-opt-jms-dest",
            "x-opt-jms-reply-to",
            "x-opt-jms-msg-type",
            "x-opt-delivery-delay",
            "x-opt-routing-type",
            "x-opt-ingress-time",
            "x-opt-ORIG-ADDRESS",
            "x-something");

    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "text/plain",
            "text/plain;charset=utf-16",
            "application/x-java-serialized-object",
            "application/octet-stream",
            "no content type");

    private static final byte AMQP_VALUE = 0x77;

    private final Random random;

    public RandomAmqp(long seed) {
        this.random = new Random(seed);
    }

    /** The next message. */
    public AdvancedMessage<?> next() throws ClientException {
        if (random.nextInt(15) == 0) {
            return deep();
        }
        AdvancedMessage<Object> message = AdvancedMessage.create();
        body(message);
        if (random.nextInt(3) == 0) {
            message.applicationProperties(new ApplicationProperties(values(NAMES)));
        }
        if (random.nextInt(3) == 0) {
            message.properties(properties());
        }
        if (random.nextInt(4) == 0) {
            message.annotations(new MessageAnnotations(symbols(values(ANNOTATIONS))));
        }
        if (random.nextInt(4) == 0) {
            message.header(new Header()
                    .setDurable(random.nextBoolean())
                    .setPriority((byte) random.nextInt(256))
                    .setFirstAcquirer(random.nextBoolean())
                    .setDeliveryCount(random.nextInt(100)));
        }
        if (random.nextInt(10) == 0) {
            message.footer(new Footer(symbols(values(ANNOTATIONS))));
        }
        return random.nextInt(12) == 0 ? damaged(message) : message;
    }

    private void body(AdvancedMessage<Object> message) throws ClientException {
        switch (random.nextInt(9)) {
            case 0 -> {
                // no body
            }
            case 1, 2 -> {
                for (int sections = 1 + random.nextInt(3); sections > 0; sections--) {
                    message.addBodySection(new Data(bytes(size())));
                }
            }
            case 3, 4 -> {
                for (int sections = 1 + random.nextInt(3); sections > 0; sections--) {
                    message.addBodySection(new AmqpSequence<>(list(random.nextInt(4))));
                }
            }
            case 5 -> message.addBodySection(new AmqpValue<>("{\"x\":\"" + "y".repeat(size()) + "\"}"));
            default -> message.addBodySection(new AmqpValue<>(value(3)));
        }
    }

    /** Mostly small; some beyond what the broker keeps in memory, few beyond what it takes. */
    private int size() {
        return switch (random.nextInt(40)) {
            case 0 -> 6_000_000;
            case 1 -> 1_200_000;
            case 2, 3 -> 150_000;
            case 4 -> 0;
            default -> random.nextInt(200);
        };
    }

    /** Lists in lists, further than any recursion goes, in one of the sections. */
    private AdvancedMessage<?> deep() throws ClientException {
        int levels =
                random.nextInt(12) == 0 ? 50_000 : List.of(5, 100, 1_000, 4_000).get(random.nextInt(4));
        int size = 9 * levels + 1;
        ByteBuffer bytes = ByteBuffer.allocate(size + 100);
        byte section = (byte) (0x71 + random.nextInt(8));
        bytes.put((byte) 0).put((byte) 0x53).put(section);
        if (section != AMQP_VALUE) {
            // a map with one entry
            bytes.put((byte) 0xd1)
                    .putInt(4 + 3 + size)
                    .putInt(2)
                    .put((byte) 0xa3)
                    .put((byte) 1)
                    .put((byte) 'k');
        }
        for (int level = levels; level > 0; level--) {
            bytes.put((byte) 0xd0).putInt(4 + 9 * (level - 1) + 1).putInt(1);
        }
        bytes.put((byte) 0x40);
        return encoded(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 27 : 23)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> UnsignedByte.valueOf((byte) random.nextInt());
            case 3 -> UnsignedShort.valueOf((short) random.nextInt());
            case 4 -> UnsignedInteger.valueOf(random.nextInt());
            case 5 -> UnsignedLong.valueOf(random.nextLong());
            case 6 -> (byte) random.nextInt();
            case 7 -> (short) random.nextInt();
            case 8 -> random.nextInt();
            case 9 -> random.nextLong();
            case 10 -> random.nextFloat();
            case 11 -> random.nextDouble();
            case 12 -> new Decimal32(BigDecimal.TEN);
            case 13 -> new Decimal64(BigDecimal.TEN);
            case 14 -> new Decimal128(BigDecimal.TEN);
            case 15 -> (char) ('a' + random.nextInt(20));
            case 16, 17 -> new Date(random.nextLong() >> 20);
            case 18 -> new UUID(random.nextLong(), random.nextLong());
            case 19 -> new Binary(bytes(random.nextInt(30)));
            case 20, 21 -> "text " + random.nextInt();
            case 22 -> Symbol.valueOf("symbol");
            case 23 -> list(depth - 1);
            case 24 -> map(depth - 1);
            case 25 -> new int[] {1, 2, 3};
            default -> new UnknownDescribedType(Symbol.valueOf("orderfield:test"), value(depth - 1));
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int items = random.nextInt(4); items > 0; items--) {
            Object value = value(depth);
            list.add(value == null ? 0 : value); // the client's encoder knows no null there
        }
        return list;
    }

    private Map<Object, Object> map(int depth) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int entries = random.nextInt(4); entries > 0; entries--) {
            Object key = random.nextInt(4) == 0 ? value(0) : NAMES.get(random.nextInt(NAMES.size()));
            map.put(key == null ? 0 : key, value(depth));
        }
        return map;
    }

    private Map<String, Object> values(List<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int entries = 1 + random.nextInt(3); entries > 0; entries--) {
            values.put(names.get(random.nextInt(names.size())), value(random.nextInt(8) == 0 ? 2 : 0));
        }
        return values;
    }

    private static Map<Symbol, Object> symbols(Map<String, Object> values) {
        Map<Symbol, Object> symbols = new LinkedHashMap<>();
        values.forEach((name, value) -> symbols.put(Symbol.valueOf(name), value));
        return symbols;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setMessageId(id());
        properties.setCorrelationId(id());
        if (random.nextBoolean()) {
            properties.setReplyTo(List.of("reply.partner.orders", "om.work-order-events", "topic://x", "", "a::b", "#")
                    .get(random.nextInt(6)));
        }
        if (random.nextBoolean()) {
            properties.setContentType(CONTENT_TYPES.get(random.nextInt(CONTENT_TYPES.size())));
            properties.setContentEncoding("gzip");
        }
        if (random.nextBoolean()) {
            properties.setUserId(bytes(8));
            properties.setSubject("subject");
            properties.setTo("elsewhere");
            properties.setGroupId("group-" + random.nextInt(3));
            properties.setGroupSequence(random.nextInt(5));
            properties.setReplyToGroupId("other");
            properties.setCreationTime(random.nextLong());
        }
        return properties;
    }

    private Object id() {
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> UnsignedLong.valueOf(random.nextLong());
            case 2 -> new UUID(random.nextLong(), random.nextLong());
            case 3 -> new Binary(bytes(random.nextInt(300)));
            case 4 -> "ID:AMQP_UUID:no-uuid";
            case 5 -> "zero \0";
            default -> "id-" + random.nextInt();
        };
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The same message with some bytes changed or cut off on the way. */
    private AdvancedMessage<?> damaged(AdvancedMessage<?> message) throws ClientException {
        var whole = message.encode(null);
        byte[] bytes = new byte[whole.getReadableBytes()];
        whole.readBytes(bytes, 0, bytes.length);
        int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
        byte[] damaged = Arrays.copyOf(bytes, length);
        for (int changes = random.nextInt(4); changes > 0 && length > 0; changes--) {
            damaged[random.nextInt(Math.min(length, 300))] = (byte) random.nextInt();
        }
        return encoded(damaged);
    }

    private static AdvancedMessage<?> encoded(byte[] bytes) throws ClientException {
        AdvancedMessage<Object> empty = AdvancedMessage.create();
        return (AdvancedMessage<?>) Proxy.newProxyInstance(
                RandomAmqp.class.getClassLoader(),
                new Class<?>[] {AdvancedMessage.class},
                (proxy, method, arguments) -> method.getName().equals("encode")
                        ? ProtonBufferAllocator.defaultAllocator().copy(bytes)
                        : method.invoke(empty, arguments));
    }
}
