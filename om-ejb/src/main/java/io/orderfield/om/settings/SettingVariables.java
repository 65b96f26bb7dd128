package io.orderfield.om.settings;

import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What the variables say of the settings. They don't change while the server runs. */
@Shared
class SettingVariables {
    /**
     * What holds without an override.
     *
     * @param given whether a variable says so
     * @param fixed whether it says so for good
     */
    record Default(String value, boolean given, boolean fixed) {}

    private final Map<Setting, Default> defaults = new EnumMap<>(Setting.class);

    /** @throws IllegalArgumentException when a variable says what is not allowed */
    @Inject
    SettingVariables(Config variables) {
        for (Setting setting : Setting.values()) {
            defaults.put(setting, read(setting, variables));
        }
    }

    private static Default read(Setting setting, Config variables) {
        Optional<String> fixed = variables.getOptionalValue(setting.fixedName(), String.class);
        if (fixed.isPresent()) {
            return new Default(setting.read(setting.fixedName(), fixed.get()), true, true);
        }
        Optional<String> given = variables.getOptionalValue(setting.name(), String.class);
        return new Default(
                given.map(text -> setting.read(setting.name(), text)).orElseGet(setting::otherwise),
                given.isPresent(),
                false);
    }

    /** What holds without an override. */
    Default of(Setting setting) {
        return Objects.requireNonNull(defaults.get(setting), "read for each setting");
    }
}
