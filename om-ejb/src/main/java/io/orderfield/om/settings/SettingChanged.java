package io.orderfield.om.settings;

/**
 * An administrator overrode or reset a setting.
 *
 * @param before what held
 * @param after what holds from now on
 * @param reset whether the default holds again
 */
record SettingChanged(Setting setting, String before, String after, boolean reset, String by) {
    /** For the log. */
    String sentence() {
        return "Setting " + setting + (reset ? " reset" : " changed") + " by " + by + ": " + before + " → " + after;
    }
}
