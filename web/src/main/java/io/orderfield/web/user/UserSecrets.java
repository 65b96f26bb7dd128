package io.orderfield.web.user;

import io.orderfield.om.user.ManagedUser;
import io.orderfield.om.user.NewSecret;
import io.orderfield.om.user.SecretService;
import io.orderfield.om.user.SecretView;
import io.orderfield.web.ui.Decisions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dialog with the secrets of a machine user. A new one is part of one answer, and kept nowhere. */
@Named("userSecrets")
@ViewScoped
public class UserSecrets implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    SecretService secrets;

    @Inject
    Decisions decisions;

    private @Nullable String username;
    private transient @Nullable String shown;

    public void open(ManagedUser user) {
        username = user.user().username();
    }

    /** Generates a secret and shows it once. */
    public void create() {
        String user = username;
        if (user != null) {
            NewSecret[] created = new NewSecret[1];
            Optional<?> refused = decisions.quietly(() -> created[0] = secrets.create(user));
            shown = refused.isEmpty() ? created[0].characters() : null;
        }
    }

    /** Ends one at once. */
    public void end(String id) {
        String user = username;
        if (user != null) {
            decisions.attempt("user.secretEnded", () -> secrets.end(user, id));
        }
    }

    /** What is good now, the oldest first. */
    public List<SecretView> getSecrets() {
        return username == null ? List.of() : secrets.list(username);
    }

    public @Nullable String getUsername() {
        return username;
    }

    public @Nullable String getShown() {
        return shown;
    }
}
