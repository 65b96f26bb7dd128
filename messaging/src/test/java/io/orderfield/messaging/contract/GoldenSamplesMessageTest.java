package io.orderfield.messaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderfield.kernel.Json;
import io.orderfield.messaging.delivery.MessageCodec;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The wire format of every message, fixed in docs/contract/&lt;Message&gt;.v1.json. A change that breaks a reader fails
 * here; an addition is written with {@code -Dgolden.write=true} and reviewed as a change of the contract.
 */
class GoldenSamplesMessageTest {
    private static final Path FOLDER = Path.of("..", "docs", "contract");

    private final MessageCodec codec = new MessageCodec();

    @ParameterizedTest
    @EnumSource
    void isWrittenAsTheGoldenSampleSays(MessageType type) throws IOException {
        JsonNode written = Json.mapper().readTree(codec.write(Samples.all().get(type)));
        Path file = FOLDER.resolve(type.wireName() + ".json");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, written.toPrettyString() + System.lineSeparator());
        }

        assertThat(written).isEqualTo(Json.mapper().readTree(Files.readString(file)));
    }

    @ParameterizedTest
    @EnumSource
    void isReadFromTheGoldenSample(MessageType type) throws IOException {
        String sample = Files.readString(FOLDER.resolve(type.wireName() + ".json"));

        assertThat(codec.read(sample, type.body())).isEqualTo(Samples.all().get(type));
    }

    @ParameterizedTest
    @EnumSource
    void isReadThoughEveryObjectHasFieldsThatAreNotKnownYet(MessageType type) throws IOException {
        JsonNode sample = Json.mapper().readTree(Files.readString(FOLDER.resolve(type.wireName() + ".json")));
        addUnknownFields(sample);

        assertThat(codec.read(sample.toString(), type.body()))
                .isEqualTo(Samples.all().get(type));
    }

    @ParameterizedTest
    @EnumSource
    void theSampleHasAValueForEveryField(MessageType type) throws ReflectiveOperationException {
        assertComplete(List.of(Samples.all().get(type)), type.wireName());
    }

    @Test
    void thereIsNoSampleOfAMessageThatDoesNotExist() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = Stream.of(MessageType.values())
                    .map(t -> t.wireName() + ".json")
                    .toList();
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static void addUnknownFields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            // the members of a map are data, not fields
            object.properties().forEach(f -> {
                if (!f.getKey().equals("characteristics")) {
                    addUnknownFields(f.getValue());
                }
            });
            object.putObject("addedLater").put("x", 1);
        } else if (node instanceof ArrayNode array) {
            assertThat(array).as("an empty list would prove nothing").isNotEmpty();
            array.forEach(GoldenSamplesMessageTest::addUnknownFields);
        }
    }

    /** Every field has a value in one of these records at least. */
    private static void assertComplete(List<Record> messages, String path)
            throws IllegalAccessException, InvocationTargetException {
        for (RecordComponent component : messages.get(0).getClass().getRecordComponents()) {
            String at = path + "." + component.getName();
            component.getAccessor().setAccessible(true);
            List<Record> nested = new ArrayList<>();
            boolean found = false;
            for (Record message : messages) {
                Object value = component.getAccessor().invoke(message);
                if (value instanceof Record one) {
                    nested.add(one);
                } else if (value instanceof List<?> list) {
                    assertThat(list).as(at).isNotEmpty();
                    list.stream()
                            .filter(Record.class::isInstance)
                            .map(Record.class::cast)
                            .forEach(nested::add);
                }
                found |= value != null;
            }
            assertThat(found).as(at).isTrue();
            if (!nested.isEmpty()) {
                assertComplete(nested, at);
            }
        }
    }
}
