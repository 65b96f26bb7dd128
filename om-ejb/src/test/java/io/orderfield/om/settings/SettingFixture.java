package io.orderfield.om.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

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
        return new Settings(em, new SettingVariables(config(variables)));
    }

    /** As the server reads the environment, but of these variables. */
    static Config config(Map<String, String> variables) {
        return (Config) Proxy.newProxyInstance(
                SettingFixture.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getOptionalValue");
                    return Optional.ofNullable(variables.get((String) arguments[0]));
                });
    }
}
