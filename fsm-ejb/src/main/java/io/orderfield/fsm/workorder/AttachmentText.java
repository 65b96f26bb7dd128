package io.orderfield.fsm.workorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderfield.kernel.Json;
import io.orderfield.messaging.contract.AttachmentDetails;
import org.jspecify.annotations.Nullable;

/** What an activity entry says of an attachment, as one column holds it. */
final class AttachmentText {
    private AttachmentText() {}

    static @Nullable String write(@Nullable AttachmentDetails details) {
        try {
            return details == null ? null : Json.mapper().writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an attachment could not be written", e);
        }
    }

    static @Nullable AttachmentDetails read(@Nullable String text) {
        try {
            return text == null ? null : Json.mapper().readValue(text, AttachmentDetails.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored attachment could not be read", e);
        }
    }
}
