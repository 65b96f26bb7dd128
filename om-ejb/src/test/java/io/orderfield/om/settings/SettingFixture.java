package io.orderfield.om.settings;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;

/** The real settings on an entity manager, with the variables that a test wants. */
public final class SettingFixture {
    private SettingFixture() {}

    /** The settings of approval by their variables. */
    public static Settings settings(EntityManager em, Approval inflight, Approval followUp) {
        return settings(
                em,
                Map.of(
                        Setting.INFLIGHT_APPROVAL.name(), inflight.word(),
                        Setting.FOLLOW_UP_APPROVAL.name(), followUp.word()));
    }

    /** @param variables values by name, as the environment would have them */
    public static Settings settings(EntityManager em, Map<String, String> variables) {
        return new Settings(em, new SettingVariables(name -> Optional.ofNullable(variables.get(name))));
    }
}
