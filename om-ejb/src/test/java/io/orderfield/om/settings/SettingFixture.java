package io.orderfield.om.settings;

import io.orderfield.kernel.Variables;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The real settings on an entity manager, with the variables that a test wants. */
public final class SettingFixture {
    private SettingFixture() {}

    /** What the variables say of who has to agree. */
    public static Config approvals(Approval inflight, Approval followUp) {
        return Variables.of(Map.of(
                Setting.INFLIGHT_APPROVAL.name(), inflight.word(),
                Setting.FOLLOW_UP_APPROVAL.name(), followUp.word()));
    }

    /** @param variables values by name, as the environment would have them */
    static Settings settings(EntityManager em, Map<String, String> variables) {
        return new Settings(em, new SettingVariables(Variables.of(variables)));
    }
}
