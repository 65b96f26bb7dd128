package io.orderfield.om.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/**
 * Looks at the variables when the application starts: a setting with a value that is not allowed keeps it from starting, and a
 * name that is probably misspelled is warned about, since nobody would notice that it does nothing.
 */
@Singleton
@Startup
@PermitAll
public class VariableCheck {
    private static final Logger LOG = Logger.getLogger(VariableCheck.class.getName());

    @Inject
    private SettingVariables variables;

    @PostConstruct
    void check() {
        for (Setting setting : Setting.values()) {
            variables.of(setting);
        }
        KnownVariables.misspelled(System.getenv().keySet())
                .forEach((variable, meant) -> LOG.warning(() -> "Orderfield has no variable " + variable
                        + ", so it does nothing. Was " + meant + " meant? See docs/settings.md."));
    }
}
