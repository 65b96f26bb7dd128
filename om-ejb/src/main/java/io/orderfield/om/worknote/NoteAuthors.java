package io.orderfield.om.worknote;

import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** The names that notes show for people. */
@ApplicationScoped
public class NoteAuthors {
    private final Function<String, Optional<String>> names;

    protected NoteAuthors() {
        this.names = u -> Optional.empty();
    }

    @Inject
    NoteAuthors(UserDirectory users) {
        this.names = u -> users.find(u).map(UserView::displayName);
    }

    /** Names from elsewhere, for tests without a directory. */
    public NoteAuthors(Function<String, Optional<String>> names) {
        this.names = names;
    }

    /** The display name of a user, or the user name itself where the directory does not know it. */
    public String displayName(String username) {
        return names.apply(username).orElse(username);
    }
}
