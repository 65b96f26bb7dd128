package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.ChecklistItemView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing to tick off.
 *
 * @param mandatory true when the task can't be completed without it
 */
@Schema(name = "ChecklistItem")
public record ChecklistItemRecord(UUID id, String text, boolean mandatory, boolean done) {

    static ChecklistItemRecord of(ChecklistItemView view) {
        return new ChecklistItemRecord(view.id(), view.text(), view.mandatory(), view.done());
    }
}
