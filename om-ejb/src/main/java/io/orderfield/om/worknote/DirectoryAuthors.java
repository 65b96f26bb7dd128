package io.orderfield.om.worknote;

import io.orderfield.kernel.Shared;
import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import jakarta.inject.Inject;

/** As the directory of users has them. */
@Shared
class DirectoryAuthors implements NoteAuthors {
    private final UserDirectory users;

    @Inject
    DirectoryAuthors(UserDirectory users) {
        this.users = users;
    }

    @Override
    public String displayName(String username) {
        return users.find(username).map(UserView::displayName).orElse(username);
    }
}
