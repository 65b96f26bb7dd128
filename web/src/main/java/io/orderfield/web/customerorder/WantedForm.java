package io.orderfield.web.customerorder;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an order says for all its items, and each item for itself, as it is being written. */
public abstract class WantedForm implements Serializable {
    private static final long serialVersionUID = 1L;

    final Map<String, String> errors = new HashMap<>();

    @Nullable
    String contact;

    @Nullable
    Integer priority;

    @Nullable
    LocalDate requestedDate;

    @Nullable
    String specialInstructions;

    /** What is wrong, by field; characteristics as {@code characteristics.name}. */
    public Map<String, String> getErrors() {
        return errors;
    }

    public @Nullable String getContact() {
        return contact;
    }

    public void setContact(@Nullable String contact) {
        this.contact = contact;
    }

    public @Nullable Integer getPriority() {
        return priority;
    }

    public void setPriority(@Nullable Integer priority) {
        this.priority = priority;
    }

    public @Nullable LocalDate getRequestedDate() {
        return requestedDate;
    }

    public void setRequestedDate(@Nullable LocalDate requestedDate) {
        this.requestedDate = requestedDate;
    }

    public @Nullable String getSpecialInstructions() {
        return specialInstructions;
    }

    public void setSpecialInstructions(@Nullable String specialInstructions) {
        this.specialInstructions = specialInstructions;
    }
}
