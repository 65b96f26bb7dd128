package io.orderfield.om.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an administrator may override. Each has the name of the variable that gives its default. */
public enum Setting {
    /** Who has to agree before a change of an order in progress is applied: a revised, an added or a canceled item. */
    INFLIGHT_APPROVAL,
    /** Who has to agree before further work that Field Service wants is created; until then it stands against closing. */
    FOLLOW_UP_APPROVAL;

    private static final List<String> ALLOWED =
            Arrays.stream(Approval.values()).map(Approval::word).toList();

    static Optional<Setting> named(String name) {
        return Arrays.stream(values()).filter(s -> s.name().equals(name)).findFirst();
    }

    /** The variable that sets it for good: nobody overrides that. */
    public String fixedName() {
        return name() + "_FIXED";
    }

    /** What holds when nobody says anything. */
    public String otherwise() {
        return Approval.NONE.word();
    }

    List<String> allowed() {
        return ALLOWED;
    }

    /**
     * What somebody wrote as a value.
     *
     * @param variable where it was written
     * @throws IllegalArgumentException when it is none that is allowed
     */
    String read(String variable, String text) {
        String value = text.strip();
        if (!ALLOWED.contains(value)) {
            throw new IllegalArgumentException(
                    variable + " is " + String.join(" or ", ALLOWED) + ", not \"" + text + "\".");
        }
        return value;
    }
}
