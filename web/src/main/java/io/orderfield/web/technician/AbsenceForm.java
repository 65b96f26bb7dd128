package io.orderfield.web.technician;

import io.orderfield.fsm.dispatch.Absence;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days away. */
public class AbsenceForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private @Nullable String reason;

    static AbsenceForm of(Absence absence) {
        AbsenceForm form = new AbsenceForm();
        form.firstDay = absence.firstDay();
        form.lastDay = absence.lastDay();
        form.reason = absence.reason();
        return form;
    }

    /** One day, where only one is written; null where none is. */
    @Nullable
    Absence absence() {
        LocalDate first = firstDay == null ? lastDay : firstDay;
        LocalDate last = lastDay == null ? firstDay : lastDay;
        return first == null || last == null ? null : new Absence(first, last, reason == null ? "" : reason.strip());
    }

    public @Nullable LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(@Nullable LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
