package io.orderfield.messaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.orderfield.kernel.Json;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/asyncapi.yaml describes the messages as they are. */
class AsyncApiMessageTest {
    private static final JsonNode DOCUMENT = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("..", "docs", "asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isAnAsyncApiDocumentOfVersion3() {
        assertThat(DOCUMENT.path("asyncapi").asText()).startsWith("3.");
        assertThat(names(DOCUMENT.path("components").path("messages")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MessageType.values())
                        .map(MessageType::wireName)
                        .toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references(DOCUMENT)).isNotEmpty().allSatisfy(reference -> assertThat(
                        DOCUMENT.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void everyMessageTravelsOnSomeChannelAndInSomeOperation() {
        String channels = DOCUMENT.path("channels").toString();
        for (MessageType type : MessageType.values()) {
            assertThat(channels).contains("#/components/messages/" + type.wireName() + "\"");
        }
        List<String> addresses = new ArrayList<>();
        DOCUMENT.path("channels").forEach(c -> addresses.add(c.path("address").asText()));
        assertThat(addresses)
                .contains(
                        "fsm.work-order-commands",
                        "om.work-order-events",
                        "om.events",
                        "fsm.events",
                        "fsm.partner-updates",
                        "reply.{user}.updates",
                        "om.partner-orders",
                        "reply.{user}.orders");
        Set<String> operated = new HashSet<>();
        DOCUMENT.path("operations")
                .forEach(o -> operated.add(o.path("channel").path("$ref").asText()));
        DOCUMENT.path("channels").properties().forEach(channel -> assertThat(
                        operated.contains("#/channels/" + channel.getKey()))
                .as(channel.getKey())
                .isEqualTo(!channel.getValue().path("messages").isEmpty()));
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryFieldWithItsTypeAndNoOther(MessageType type) {
        JsonNode message = DOCUMENT.path("components").path("messages").path(type.wireName());
        assertThat(message.path("name").asText()).isEqualTo(type.wireName());
        assertDescribes(schema(message.path("payload")), type.body(), type.wireName());
    }

    @ParameterizedTest
    @EnumSource
    void showsTheGoldenSample(MessageType type) throws IOException {
        JsonNode required = schema(DOCUMENT.path("components")
                        .path("messages")
                        .path(type.wireName())
                        .path("payload"))
                .path("required");
        JsonNode sample = Json.mapper()
                .readTree(Path.of("..", "docs", "contract", type.wireName() + ".json")
                        .toFile());

        assertThat(required).isNotEmpty().allSatisfy(name -> assertThat(sample.has(name.asText()))
                .as(name.asText())
                .isTrue());
    }

    private static void assertDescribes(JsonNode schema, Class<?> record, String at) {
        assertThat(schema.path("type").asText()).as(at).isEqualTo("object");
        assertThat(names(schema.path("properties")))
                .as(at)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        for (RecordComponent component : record.getRecordComponents()) {
            JsonNode property = schema(schema.path("properties").path(component.getName()));
            String path = at + "." + component.getName();
            Class<?> type = component.getType();
            if (type == List.class) {
                assertThat(property.path("type").asText()).as(path).isEqualTo("array");
                Class<?> element =
                        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                if (element.isRecord()) {
                    assertDescribes(schema(property.path("items")), element, path);
                } else {
                    assertThat(property.path("items").path("type").asText() + " ")
                            .as(path)
                            .isEqualTo(typeAndFormat(element));
                }
            } else if (type == Map.class) {
                assertThat(property.path("type").asText()).as(path).isEqualTo("object");
                assertThat(property.path("additionalProperties").path("type"))
                        .as(path)
                        .isNotEmpty();
            } else if (type.isRecord()) {
                assertDescribes(property, type, path);
            } else {
                assertThat(property.path("type").asText() + " "
                                + property.path("format").asText(""))
                        .as(path)
                        .isEqualTo(typeAndFormat(type));
            }
            if (type.isPrimitive()) {
                assertThat(schema.path("required").toString()).as(path).contains("\"" + component.getName() + "\"");
            }
        }
    }

    private static String typeAndFormat(Class<?> type) {
        if (type == UUID.class) {
            return "string uuid";
        } else if (type == Instant.class) {
            return "string date-time";
        } else if (type == LocalDate.class) {
            return "string date";
        } else if (type == long.class || type == Long.class) {
            return "integer int64";
        } else if (type == int.class || type == Integer.class) {
            return "integer int32";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean ";
        } else if (type == Double.class) {
            return "number double";
        } else {
            return "string ";
        }
    }

    /** The schema itself, references followed. */
    private static JsonNode schema(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> references(JsonNode node) {
        return node.findValuesAsText("$ref");
    }
}
