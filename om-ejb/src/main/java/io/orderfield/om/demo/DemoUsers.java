package io.orderfield.om.demo;

import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One user per role, named after it, and two more technicians. The decision tables have an author and a publisher. */
final class DemoUsers {
    static final String AGENT = "agent";
    static final String MANAGER = "manager";
    static final String AUTHOR = "author";

    private DemoUsers() {}

    /** @param partnerAccount number of the account that the partner belongs to */
    static List<UserView> all(String partnerAccount) {
        return List.of(
                user(AGENT, "Alma Reyes", Roles.ORDER_AGENT, null),
                user(MANAGER, "Max Lindqvist", Roles.ORDER_MANAGER, null),
                user("dispatcher", "Dana Okafor", Roles.DISPATCHER, null),
                user("technician", "Tomás Silva", Roles.TECHNICIAN, null),
                user("ravi", "Ravi Menon", Roles.TECHNICIAN, null),
                user("lena", "Lena Fischer", Roles.TECHNICIAN, null),
                user("admin", "Ada Novak", Roles.ADMINISTRATOR, null),
                user("partner", "Pia Costa", Roles.PARTNER, partnerAccount),
                user("field-system", "Field system", Roles.FIELD_SYSTEM, null),
                user(AUTHOR, "Aino Virta", Roles.POLICY_AUTHOR, null),
                user("publisher", "Paulo Brandt", Roles.POLICY_PUBLISHER, null),
                user("viewer", "Vera Holm", Roles.VIEWER, null));
    }

    private static UserView user(String username, String name, String role, @Nullable String account) {
        return new UserView(username, name, Set.of(role), account, true);
    }
}
