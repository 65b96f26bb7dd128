package io.orderfield.om.settings;

import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.settings.SettingVariables.Default;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/**
 * What the settings say now, read by key within the transaction that decides by it: nothing is kept longer than that, so every
 * node goes by a change as soon as it is committed.
 */
@Shared
public class Settings {
    private final EntityManager entityManager;
    private final SettingVariables variables;

    @Inject
    Settings(@OmData EntityManager entityManager, SettingVariables variables) {
        this.entityManager = entityManager;
        this.variables = variables;
    }

    /** Who has to agree first; one query, or none when it is fixed. */
    public Approval approval(Setting setting) {
        Default otherwise = variables.of(setting);
        SettingOverride override = otherwise.fixed() ? null : entityManager.find(SettingOverride.class, setting.name());
        return Approval.of(value(override, otherwise));
    }

    SettingView view(Setting setting) {
        Default otherwise = variables.of(setting);
        SettingOverride override = entityManager.find(SettingOverride.class, setting.name());
        boolean overridden = !otherwise.fixed() && override != null && override.chosen() != null;
        return new SettingView(
                setting.name(),
                value(otherwise.fixed() ? null : override, otherwise),
                otherwise.value(),
                overridden ? "override" : otherwise.given() ? "variable" : "default",
                otherwise.fixed(),
                setting.allowed(),
                override == null ? null : override.changedBy(),
                override == null ? null : override.changedAt(),
                override == null ? 0 : override.version());
    }

    private static String value(@Nullable SettingOverride override, Default otherwise) {
        String chosen = override == null ? null : override.chosen();
        return chosen == null ? otherwise.value() : chosen;
    }
}
