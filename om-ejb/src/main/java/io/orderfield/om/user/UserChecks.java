package io.orderfield.om.user;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
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
        String displayName = Blank.strip(user.displayName());
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
            problem("username", Sentence.of("field.required"));
        } else if (!username.matches("[a-z0-9][a-z0-9._@-]{0,99}")) {
            problem("username", Sentence.of("field.userName"));
        }
    }

    private void displayName(String displayName) {
        if (Blank.is(displayName)) {
            problem("displayName", Sentence.of("field.required"));
        } else if (displayName.length() > NAME) {
            problem(
                    "displayName",
                    Sentence.of("field.tooLong")
                            .with("length", displayName.length())
                            .with("most", NAME));
        }
    }

    private void roles(UserView user) {
        if (user.roles().isEmpty()) {
            problem("roles", Sentence.of("field.none"));
        }
        TreeSet<String> unknown = new TreeSet<>(user.roles());
        unknown.removeAll(Roles.ALL);
        if (!unknown.isEmpty()) {
            problem("roles", Sentence.of("field.noRole").with("roles", unknown));
        }
        if (user.roles().contains(Roles.PARTNER) && user.roles().size() > 1) {
            problem("roles", Sentence.of("field.partnerAlone"));
        }
    }

    private void account(UserView user, PartnerAccounts accounts) {
        boolean partner = user.roles().contains(Roles.PARTNER);
        String account = user.account();
        if (partner && account == null) {
            problem("account", Sentence.of("field.partnerAccount"));
        } else if (!partner && account != null) {
            problem("account", Sentence.of("field.partnerOnly"));
        } else if (account != null && !accounts.exists(account)) {
            problem("account", Sentence.of("field.noAccount").with("account", account));
        }
    }

    private void problem(String field, Sentence message) {
        problems.add(new FieldProblem(field, message));
    }
}
