package io.orderfield.web.technician;

import io.orderfield.fsm.dispatch.WorkingTime;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A working time of a weekday. */
public class HoursForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final LocalTime USUAL_START = LocalTime.of(8, 0);
    private static final LocalTime USUAL_END = LocalTime.of(17, 0);

    private DayOfWeek day = DayOfWeek.MONDAY;
    private @Nullable LocalTime start = USUAL_START;
    private @Nullable LocalTime end = USUAL_END;

    static HoursForm of(WorkingTime time) {
        HoursForm form = new HoursForm();
        form.day = time.day();
        form.start = time.start();
        form.end = time.end();
        return form;
    }

    static HoursForm on(DayOfWeek day) {
        HoursForm form = new HoursForm();
        form.day = day;
        return form;
    }

    /** What is left empty is midnight, which can't be both begin and end. */
    WorkingTime time() {
        return new WorkingTime(day, start == null ? LocalTime.MIDNIGHT : start, end == null ? LocalTime.MIDNIGHT : end);
    }

    public DayOfWeek getDay() {
        return day;
    }

    public void setDay(DayOfWeek day) {
        this.day = day;
    }

    public @Nullable LocalTime getStart() {
        return start;
    }

    public void setStart(@Nullable LocalTime start) {
        this.start = start;
    }

    public @Nullable LocalTime getEnd() {
        return end;
    }

    public void setEnd(@Nullable LocalTime end) {
        this.end = end;
    }
}
