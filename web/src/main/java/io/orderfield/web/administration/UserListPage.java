package io.orderfield.web.administration;

import io.orderfield.om.user.ManagedUser;
import io.orderfield.om.user.UserChange;
import io.orderfield.om.user.UserFilter;
import io.orderfield.om.user.UserService;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.Tab;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users, enabled or not, by text and role. */
@Named("userListPage")
@ViewScoped
public class UserListPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    UserService users;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private String tab = ActiveTabs.ACTIVE;
    private @Nullable String text;
    private @Nullable String role;
    private @Nullable LazyList<ManagedUser> rows;
    private transient @Nullable List<Tab> tabs;

    @PostConstruct
    void prepare() {
        rows = new LazyList<>(
                () -> users.count(filter(null)), (sort, first, max) -> users.list(filter(sort), first, max));
    }

    public List<Tab> getTabs() {
        List<Tab> known = tabs;
        if (known == null) {
            known = ActiveTabs.IDS.stream()
                    .map(id -> new Tab(
                            id,
                            texts.of("users.tab." + id),
                            Set.of(),
                            users.count(new UserFilter(null, null, null, ActiveTabs.active(id), null))))
                    .toList();
            tabs = known;
        }
        return known;
    }

    /** Disables a user, or enables it again. */
    public void switchUser(ManagedUser user) {
        boolean enable = !user.user().enabled();
        decisions.attempt(
                enable ? "user.enabled" : "user.disabled",
                () -> users.change(user.user().username(), new UserChange(null, null, null, enable), user.version()),
                user.user().displayName());
    }

    /** The roles in words. */
    public List<String> words(ManagedUser user) {
        return user.user().roles().stream()
                .map(r -> texts.word("role", r))
                .sorted()
                .toList();
    }

    private UserFilter filter(@Nullable String sort) {
        String field = sort == null ? null : sort.replace("user.", "");
        return new UserFilter(text, role, null, ActiveTabs.active(tab), field);
    }

    public @Nullable LazyList<ManagedUser> getRows() {
        return rows;
    }

    public String getTab() {
        return tab;
    }

    public void setTab(@Nullable String tab) {
        this.tab = ActiveTabs.known(tab);
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }
}
