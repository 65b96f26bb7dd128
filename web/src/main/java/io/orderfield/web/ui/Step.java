package io.orderfield.web.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a way through states.
 *
 * @param name stable name of the step
 * @param standing {@code done}, {@code now}, {@code next} or {@code stopped}
 */
public record Step(String name, String standing) {
    /** The way through states with a record's place on it; {@code finished} whether it stays there. */
    public static List<Step> way(List<String> states, String current, boolean finished) {
        return way(states, states.indexOf(current), finished);
    }

    /**
     * The way with the reader's place on it.
     *
     * @param names the states on the way, in order
     * @param current how many are behind
     * @param finished whether the last one is reached for good
     */
    public static List<Step> way(List<String> names, int current, boolean finished) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String standing = i < current || finished && i == current ? "done" : i == current ? "now" : "next";
            steps.add(new Step(names.get(i), standing));
        }
        return steps;
    }
}
