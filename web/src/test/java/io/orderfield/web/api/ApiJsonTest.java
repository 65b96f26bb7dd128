package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderfield.kernel.Revised;
import io.orderfield.kernel.Tagged;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.customerorder.LineItemRevision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiJsonTest {
    record Text(
            String text,
            Instant at,

            @JsonDeserialize(contentUsing = ScalarText.class)
            Map<String, String> values) {}

    @Test
    void writesNullsAndInstantsInUtc() throws Exception {
        assertThat(write(new Text(null, Instant.parse("2026-03-01T08:00:00.120Z"), Map.of())))
                .isEqualTo("{\"text\":null,\"at\":\"2026-03-01T08:00:00.120Z\",\"values\":{}}");
    }

    @Test
    void callsTheValuesOfAChangeOldAndNew() throws Exception {
        assertThat(write(List.of(new FieldChange("quantity", "1", "2"))))
                .isEqualTo("[{\"field\":\"quantity\",\"old\":\"1\",\"new\":\"2\"}]");
    }

    @Test
    void readsTheValueOfACharacteristicWhateverItsType() throws Exception {
        LineItemRevision revision = ApiJson.mapper()
                .readValue(
                        "{\"quantity\": 2, \"characteristics\": {\"bandwidth\": 300, \"fixed\": true, \"entry\": \"roof\"}}",
                        LineItemRevision.class);
        assertThat(revision.quantity()).isEqualTo(2);
        assertThat(revision.characteristics()).isEqualTo(Map.of("bandwidth", "300", "fixed", "true", "entry", "roof"));
        assertThat(revision.contact()).isNull();
    }

    /** Of a record whose entity tag is a header. */
    record Preview(String number, String etag) implements Tagged {}

    /** Of a record whose revision is told in the entity tag alone. */
    record Item(int version, long revision) implements Revised {}

    @Test
    void leavesTheEntityTagToItsHeader() throws Exception {
        assertThat(write(new Preview("ORD1", "x"))).isEqualTo("{\"number\":\"ORD1\"}");
        assertThat(write(new Item(2, 7))).isEqualTo("{\"version\":2}");
        assertThat(new Item(2, 7).etag()).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud83d", "\\ude00\\ud83d"})
    void refusesTextThatNoDatabaseStores(String text) {
        assertThatThrownBy(() -> read("{\"text\": \"" + text + "\"}"))
                .isInstanceOfSatisfying(
                        JsonMappingException.class,
                        e -> assertThat(e.getPath().get(0).getFieldName()).isEqualTo("text"));
        assertThatThrownBy(() -> read("{\"values\": {\"k\": \"" + text + "\"}}"))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    void readsTextOfAnyScript() throws Exception {
        assertThat(read("{\"text\": \"Grüße 東京 \\ud83d\\ude00\"}").text()).isEqualTo("Grüße 東京 😀");
    }

    @Test
    void readsANumberAsTheTextOfACharacteristicOnly() throws Exception {
        assertThat(read("{\"values\": {\"mbps\": 500, \"managed\": true, \"name\": \"x\"}}")
                        .values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("mbps", "500", "managed", "true", "name", "x"));
        assertThatThrownBy(() -> read("{\"text\": 5}")).isInstanceOf(JsonMappingException.class);
        assertThatThrownBy(() -> read("{\"values\": {\"mbps\": [500]}}")).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void ignoresWhatItDoesNotKnow() throws Exception {
        assertThat(read("{\"text\": \"x\", \"sinceVersion7\": {\"a\": [1]}}").text())
                .isEqualTo("x");
    }

    private static Text read(String json) throws Exception {
        return ApiJson.mapper().readValue(json, Text.class);
    }

    private static String write(Object value) throws Exception {
        return ApiJson.mapper().writeValueAsString(value);
    }
}
