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
    private transient @Nullable Set<String> locked;

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

    /** Whether attempts to sign in as this user are refused for now, since too many have failed. */
    public boolean isLocked(ManagedUser user) {
        Set<String> known = locked;
        if (known == null) {
            known = users.locked();
            locked = known;
        }
        return known.contains(user.user().username());
    }

    /** Lets the next attempt to sign in as this user be checked. */
    public void unlock(ManagedUser user) {
        decisions.attempt(
                "user.unlocked",
                () -> users.unlock(user.user().username()),
                user.user().displayName());
        locked = null;
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
