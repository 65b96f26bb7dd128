package io.orderfield.om.testing;

import io.orderfield.messaging.right.Role;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.user.KnownUser;
import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Callers for tests. */
public final class Users {
    public static final CurrentUser AGENT =
            new KnownUser(new UserView("agent", "Alma Agent", Set.of(Roles.ORDER_AGENT), null, true));
    public static final CurrentUser MANAGER =
            new KnownUser(new UserView("manager", "Max Manager", Set.of(Roles.ORDER_MANAGER), null, true));
    public static final CurrentUser ADMINISTRATOR =
            new KnownUser(new UserView("admin", "Ada Admin", Set.of(Roles.ADMINISTRATOR), null, true));

    private Users() {}

    /** One of every role, the partner of this account. */
    public static List<CurrentUser> ofEveryRole(String account) {
        return Stream.of(Role.values())
                .<CurrentUser>map(role -> new KnownUser(new UserView(
                        role.word(), role.word(), Set.of(role.word()), role == Role.PARTNER ? account : null, true)))
                .toList();
    }

    /** A partner of the account. */
    public static CurrentUser partner(String account) {
        return new KnownUser(new UserView("partner", "Pia Partner", Set.of(Roles.PARTNER), account, true));
    }
}
