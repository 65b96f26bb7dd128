package io.orderfield.web.sync;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderfield.messaging.delivery.UnsentAction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody did with a message that one side could not send.
 *
 * @param side om or fsm
 * @param action what was done, beside the side in the same object
 */
@Schema(name = "UnsentAction")
public record UnsentActionRecord(String side, @JsonUnwrapped UnsentAction action) {}
