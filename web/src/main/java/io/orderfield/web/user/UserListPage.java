package io.orderfield.web.user;

import io.orderfield.om.user.ManagedUser;
import io.orderfield.om.user.UserChange;
import io.orderfield.om.user.UserFilter;
import io.orderfield.om.user.UserService;
import io.orderfield.web.ui.ActiveTabs;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.ListPage;
import io.orderfield.web.ui.Tab;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users, enabled or not, by text and role. */
@Named("userListPage")
@ViewScoped
public class UserListPage extends ListPage<ManagedUser> {
    private static final long serialVersionUID = 1L;

    @Inject
    UserService users;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private @Nullable String role;
    private transient @Nullable Set<String> locked;

    public UserListPage() {
        super(ActiveTabs.IDS);
    }

    @PostConstruct
    void prepare() {
        show(new LazyList<>(
                () -> users.count(filter(null)), (sort, first, max) -> users.list(filter(sort), first, max)));
    }

    @Override
    protected List<Tab> countedTabs() {
        return Tab.counted(
                ActiveTabs.IDS,
                id -> texts.of("users.tab." + id),
                id -> users.count(new UserFilter(null, null, null, ActiveTabs.active(id), null)));
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
        return new UserFilter(getText(), role, null, ActiveTabs.active(getTab()), field);
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }
}
