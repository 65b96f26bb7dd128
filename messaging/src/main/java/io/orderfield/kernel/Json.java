package io.orderfield.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one configuration of JSON.
 *
 * <ul>
 *   <li>Dates and times are ISO 8601 text; instants end in {@code Z}.
 *   <li>A null is left out when writing; a missing member reads as null.
 *   <li>Unknown members are ignored, so a reader survives a field that was added.
 *   <li>A missing or null number or boolean that the record can't leave out is an error, not a silent zero; a fraction for
 *       a whole number and a number for a text or an enum are errors too.
 *   <li>Text is text that can be stored and sent on: no null character, no half of a surrogate pair.
 *   <li>No class names, no polymorphic types: what is read decides nothing about which class is made.
 * </ul>
 */
public final class Json {
    /** Deepest nesting that is read; our own documents have about six levels. */
    private static final int MAXIMUM_DEPTH = 50;

    private static final ObjectMapper MAPPER = configured().build();

    private Json() {}

    /** The shared mapper. It is safe for use by many threads; configure a {@link #configured() copy}, never this one. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** A new builder with the same configuration, for a caller that needs to deviate. */
    public static JsonMapper.Builder configured() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule("text").addDeserializer(String.class, new StorableText()))
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }
}
