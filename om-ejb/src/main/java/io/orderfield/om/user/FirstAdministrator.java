package io.orderfield.om.user;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.om.OmSentences;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Creates the user {@code admin} with the password of the setting ADMIN_PASSWORD when there is no user at all. There is no
 * default password: without the setting nobody can sign in.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("OmSchema")
public class FirstAdministrator {
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    private UserRegister register;

    @Inject
    @ConfigProperty(name = "ADMIN_PASSWORD")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "DEMO_ENABLED", defaultValue = "false")
    private boolean demo;

    @PostConstruct
    void create() {
        if (!register.isEmpty()) {
            return;
        }
        if (password.isPresent() && !password.get().isBlank()) {
            UserView administrator = new UserView("admin", "Administrator", Set.of(Roles.ADMINISTRATOR), null, true);
            refuseWeak(administrator);
            register.addIfMissing(administrator, password.get().toCharArray());
        } else if (!demo) {
            LOG.warning(
                    "There is no user yet: start once with ADMIN_PASSWORD set to create the administrator \"admin\".");
        }
    }

    /** The application doesn't start then: nobody could sign in, and nobody would look for the reason. */
    private void refuseWeak(UserView administrator) {
        FieldProblem problem =
                new Password(password.orElseThrow()).problem(administrator.username(), administrator.displayName());
        if (problem != null) {
            String why = OmSentences.english(problem.message());
            LOG.severe("No administrator is created: ADMIN_PASSWORD " + why);
            throw new IllegalStateException("ADMIN_PASSWORD " + why);
        }
    }
}
