package io.orderfield.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.orderfield.kernel.Json;
import io.orderfield.messaging.contract.FieldChange;
import java.io.IOException;

/** The product's JSON with what only the API needs: nulls are written, and text must be text that can be stored. */
final class ApiJson {
    private static final ObjectMapper MAPPER = Json.configured()
            .serializationInclusion(JsonInclude.Include.ALWAYS)
            .addModule(new SimpleModule("api").addDeserializer(String.class, new StorableText()))
            // what a view tells its pages beside what it consists of
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .addMixIn(FieldChange.class, OldAndNew.class)
            .build();

    private ApiJson() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    /** How clients read a {@link FieldChange}; messages say it otherwise. */
    private interface OldAndNew {
        @JsonProperty("old")
        String oldValue();

        @JsonProperty("new")
        String newValue();
    }

    /** Refuses what a database can't store as text: the null character and halves of surrogate pairs. */
    private static final class StorableText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (!storable(text)) {
                return (String) context.handleWeirdStringValue(String.class, "", "has characters that are not text");
            }
            return text;
        }

        private static boolean storable(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\0' || Character.isLowSurrogate(c)) {
                    return false;
                }
                if (Character.isHighSurrogate(c)) {
                    if (++i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
