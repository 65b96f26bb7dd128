package io.orderfield.web.catalog;

import io.orderfield.fsm.template.TemplateChecklistItem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing to tick off.
 *
 * @param mandatory true when the task can't be completed without it
 */
@Schema(name = "TemplateChecklistItem")
public record TemplateChecklistRecord(String text, boolean mandatory) {

    static TemplateChecklistRecord of(TemplateChecklistItem view) {
        return new TemplateChecklistRecord(view.text(), view.mandatory());
    }
}
