package io.orderfield.web.ui;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the pages of a domain order and of a work order have in common: which one it is, and what the reader writes. */
public abstract class RecordPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String number;
    private @Nullable String note;
    private @Nullable String reason;
    private @Nullable String template;

    /** Number of the record, a part of the address. */
    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    /** Code of the template that further work is wanted of. */
    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = template;
    }
}
