package io.orderfield.web.user;

import io.orderfield.om.user.ManagedUser;
import io.orderfield.om.user.NewUser;
import io.orderfield.om.user.Password;
import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserChange;
import io.orderfield.om.user.UserService;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.RecordEditor;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dialogs in which a user is created or changed and gets a new password. A password is never sent back to a page. */
@Named("userEditor")
@ViewScoped
public class UserEditor extends RecordEditor {
    private static final long serialVersionUID = 1L;
    private static final List<String> ROLES = List.of(
            Roles.ORDER_AGENT,
            Roles.ORDER_MANAGER,
            Roles.DISPATCHER,
            Roles.TECHNICIAN,
            Roles.POLICY_AUTHOR,
            Roles.POLICY_PUBLISHER,
            Roles.ADMINISTRATOR,
            Roles.VIEWER,
            Roles.PARTNER,
            Roles.FIELD_SYSTEM);

    @Inject
    UserService users;

    private String[] roles = {};
    private transient @Nullable String password;

    @Override
    public void openNew() {
        getForm().openNew(Map.of());
        roles = new String[0];
        password = null;
    }

    public void open(ManagedUser user) {
        getForm().open(user.user().username(), texts(user), user.version());
        roles = user.user().roles().toArray(new String[0]);
        password = null;
    }

    @Override
    public void takeTheirs() {
        String username = getForm().getRecord();
        if (username != null) {
            open(users.find(username));
        }
    }

    @Override
    public void save() {
        getForm().getValues().put("roles", words(new LinkedHashSet<>(Arrays.asList(roles))));
        super.save();
        password = null;
    }

    @Override
    protected String store() {
        String username = getForm().getRecord();
        LinkedHashSet<String> chosen = new LinkedHashSet<>(Arrays.asList(roles));
        if (username == null) {
            NewUser user = new NewUser(
                    getForm().text("username"),
                    getForm().text("displayName"),
                    chosen,
                    getForm().given("account"),
                    true,
                    new Password(password));
            return users.create(user).user().username();
        }
        users.change(
                username,
                new UserChange(getForm().text("displayName"), chosen, getForm().text("account"), null),
                getForm().getVersion());
        return username;
    }

    @Override
    protected Current current(String record) {
        ManagedUser now = users.find(record);
        return new Current(texts(now), now.version(), now.updatedBy(), now.updatedAt());
    }

    @Override
    protected String saved() {
        return "user.saved";
    }

    /** Gives the user the new password. */
    public void changePassword() {
        String username = Chosen.number(getForm().getRecord());
        getForm().retry();
        Optional<Problem> refusal = decisions.attempt(
                "user.passwordChanged", () -> users.changePassword(username, new Password(password), null), username);
        refusal.ifPresent(problem -> getForm().wrong(problem.errors(), texts::of));
        password = null;
    }

    /** Every role, in the order of the form. */
    public List<String> getAllRoles() {
        return ROLES;
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String @Nullable [] roles) {
        this.roles = roles == null ? new String[0] : roles.clone();
    }

    public @Nullable String getPassword() {
        return null; // never sent back
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    private Map<String, String> texts(ManagedUser user) {
        return Map.of(
                "displayName",
                user.user().displayName(),
                "account",
                Objects.toString(user.user().account(), ""),
                "roles",
                words(user.user().roles()));
    }

    private String words(Collection<String> names) {
        return names.stream().map(role -> texts.word("role", role)).sorted().collect(Collectors.joining(", "));
    }
}
