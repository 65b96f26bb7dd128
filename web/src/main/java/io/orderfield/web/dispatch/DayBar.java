package io.orderfield.web.dispatch;

import java.io.Serializable;

/**
 * A visit in a technician's day.
 *
 * @param time from when to when, local to the technician
 * @param place where it is drawn
 */
public record DayBar(String task, String workOrder, String label, String state, String time, Place place)
        implements Serializable {

    /**
     * A part of the hours that are shown.
     *
     * @param left where it begins, in percent
     * @param width how long it is, in percent
     */
    public record Place(double left, double width) implements Serializable {
        /** For the style of the element; never with a decimal comma. */
        public String css() {
            return "left:" + left + "%;width:" + width + "%";
        }
    }
}
