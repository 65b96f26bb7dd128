package io.orderfield.messaging.delivery;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderfield.kernel.Json;
import java.util.stream.Collectors;

/** Message bodies as JSON text, by the configuration of {@link Json}. Safe for use by many threads. */
public final class MessageCodec {
    /** Longest body in characters, in both directions. */
    public static final int MAXIMUM_LENGTH = 1_048_576;

    private final ObjectMapper mapper = Json.mapper();

    /**
     * Writes a message body.
     *
     * @throws IllegalArgumentException when the text would be longer than {@link #MAXIMUM_LENGTH}
     */
    public String write(Record message) {
        String body;
        try {
            body = mapper.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(message.getClass().getSimpleName() + " can't be written as JSON", e);
        }
        if (body.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException(message.getClass().getSimpleName() + " has " + body.length()
                    + " characters of JSON; " + MAXIMUM_LENGTH + " are allowed");
        }
        return body;
    }

    /**
     * Reads a message body. Unknown members are ignored.
     *
     * @throws UnreadableMessageException with code {@code body-too-long}, {@code not-json} or {@code wrong-shape}
     */
    public <T extends Record> T read(String body, Class<T> type) {
        if (body.length() > MAXIMUM_LENGTH) {
            throw tooLong(body.length());
        }
        try {
            T message = mapper.readValue(body, type);
            if (message == null) {
                throw new UnreadableMessageException(
                        "wrong-shape", "The body is null, not a " + type.getSimpleName() + ".");
            }
            return message;
        } catch (StreamConstraintsException e) {
            throw new UnreadableMessageException("not-json", "The body is nested too deep or has an oversized value.");
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof JsonParseException broken) { // within a member, it comes wrapped
                throw notJson(broken);
            }
            throw new UnreadableMessageException(
                    "wrong-shape",
                    "The body is not a " + type.getSimpleName() + ": wrong or missing value at " + path(e) + ".",
                    path(e));
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    private static UnreadableMessageException notJson(JsonProcessingException e) {
        return new UnreadableMessageException("not-json", "The body is not JSON" + place(e) + ".");
    }

    static UnreadableMessageException tooLong(long length) {
        return new UnreadableMessageException(
                "body-too-long", "The body has " + length + " characters; " + MAXIMUM_LENGTH + " are allowed.");
    }

    /** Where, without the value itself: a dead letter's reason must not repeat personal data. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "the top" : path.replace(".[", "[");
    }
}
