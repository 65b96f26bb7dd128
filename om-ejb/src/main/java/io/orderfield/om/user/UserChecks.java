package io.orderfield.om.user;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a user must look like; collects every problem. */
final class UserChecks {
    private static final int NAME = 200;

    private final List<FieldProblem> problems = new ArrayList<>();

    private UserChecks() {}

    /**
     * The user as it may be stored.
     *
     * @param password of a new user, null where it stays as it is; a machine needs none: it gets a secret
     */
    static UserView checked(UserView user, @Nullable Password password, PartnerAccounts accounts) {
        UserChecks checks = new UserChecks();
        String username = user.username().strip();
        String displayName = user.displayName().strip();
        checks.username(username);
        checks.displayName(displayName);
        checks.roles(user);
        checks.account(user, accounts);
        FieldProblem wrong = password == null || password.isMissing() && user.isMachine()
                ? null
                : password.problem(username, displayName);
        if (wrong != null) {
            checks.problems.add(wrong);
        }
        if (!checks.problems.isEmpty()) {
            throw Refusal.invalid(checks.problems);
        }
        return new UserView(
                username, displayName, user.roles(), user.account(), user.enabled(), user.passwordChangeRequired());
    }

    private void username(String username) {
        if (username.isEmpty()) {
            problem("username", "is required");
        } else if (!username.matches("[a-z0-9][a-z0-9._@-]{0,99}")) {
            problem(
                    "username",
                    "may have up to 100 small letters, digits, dots, hyphens, underscores and @, beginning with a"
                            + " letter or digit");
        }
    }

    private void displayName(String displayName) {
        if (displayName.isEmpty()) {
            problem("displayName", "is required");
        } else if (displayName.length() > NAME) {
            problem("displayName", "has " + displayName.length() + " characters; at most " + NAME + " are allowed");
        }
    }

    private void roles(UserView user) {
        if (user.roles().isEmpty()) {
            problem("roles", "at least one is required");
        }
        TreeSet<String> unknown = new TreeSet<>(user.roles());
        unknown.removeAll(Roles.ALL);
        if (!unknown.isEmpty()) {
            problem("roles", "there is no role " + String.join(", ", unknown));
        }
        if (user.roles().contains(Roles.PARTNER) && user.roles().size() > 1) {
            problem("roles", "a partner has no other role");
        }
    }

    private void account(UserView user, PartnerAccounts accounts) {
        boolean partner = user.roles().contains(Roles.PARTNER);
        String account = user.account();
        if (partner && account == null) {
            problem("account", "a partner needs one");
        } else if (!partner && account != null) {
            problem("account", "only a partner belongs to one");
        } else if (account != null && !accounts.exists(account)) {
            problem("account", "there is no account " + account);
        }
    }

    private void problem(String field, String message) {
        problems.add(new FieldProblem(field, message));
    }
}
