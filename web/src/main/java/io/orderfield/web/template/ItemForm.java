package io.orderfield.web.template;

import io.orderfield.fsm.template.TemplateChecklistItem;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An item of a task's checklist. */
public class ItemForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String text;
    private boolean mandatory;

    static ItemForm of(TemplateChecklistItem item) {
        ItemForm form = new ItemForm();
        form.text = item.text();
        form.mandatory = item.mandatory();
        return form;
    }

    TemplateChecklistItem definition() {
        return new TemplateChecklistItem(text == null ? "" : text.strip(), mandatory);
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public boolean isMandatory() {
        return mandatory;
    }

    public void setMandatory(boolean mandatory) {
        this.mandatory = mandatory;
    }
}
