package io.orderfield.om.user;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user with a hashed password. A partner user belongs to one account and sees nothing else. */
@Entity
@Table(name = "user_account", schema = "om")
class UserAccount {
    @Id
    private String username;

    @Version
    private long version;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    /** Whether somebody else set the password; asked of people alone, see {@link #view}. */
    @Column(name = "password_change_required")
    private boolean passwordChangeRequired;

    @Column(name = "account")
    private @Nullable String account;

    @Column(name = "enabled")
    private boolean enabled;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Rises when what the user may do, or signs in with, changes: it ends the sessions and tokens of before. */
    @Column(name = "revision")
    private long revision;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "user_role", schema = "om", joinColumns = @JoinColumn(name = "username"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    protected UserAccount() {
        // for JPA
    }

    UserAccount(UserView user, String passwordHash, String by, Instant now) {
        check(user);
        this.username = user.username();
        this.displayName = user.displayName();
        this.passwordHash = passwordHash;
        this.account = user.account();
        this.enabled = user.enabled();
        this.passwordChangeRequired = user.passwordChangeRequired();
        this.roles.addAll(user.roles());
        this.createdAt = now;
        this.updatedAt = now;
        this.updatedBy = by;
    }

    /** Takes over what the changed user is. */
    void change(UserView changed, String by, Instant now) {
        check(changed);
        UserView before = view();
        boolean sameAccess = before.roles().equals(changed.roles())
                && before.enabled() == changed.enabled()
                && Objects.equals(before.account(), changed.account());
        this.displayName = changed.displayName();
        this.account = changed.account();
        this.enabled = changed.enabled();
        this.roles.retainAll(changed.roles());
        this.roles.addAll(changed.roles());
        noteChange(by, now);
        if (!sameAccess) {
            this.revision++;
        }
    }

    /** Takes over the hash of a new password; whoever did not choose it has to change it. */
    void changePassword(String newHash, String by, Instant now) {
        this.passwordHash = newHash;
        this.passwordChangeRequired = !by.equals(username);
        endAccess(by, now);
    }

    /** From now on no password is right, only a generated secret. */
    void endPassword(String by, Instant now) {
        this.passwordHash = PasswordHash.NONE;
        endAccess(by, now);
    }

    boolean hasPassword() {
        return !PasswordHash.NONE.equals(passwordHash);
    }

    /** Ends every session and token of the user. */
    void endAccess(String by, Instant now) {
        this.revision++;
        noteChange(by, now);
    }

    private void noteChange(String by, Instant now) {
        this.updatedAt = now;
        this.updatedBy = by;
    }

    private static void check(UserView user) {
        if (!Roles.ALL.containsAll(user.roles())) {
            throw new IllegalArgumentException("unknown role among " + user.roles());
        }
        if (user.roles().contains(Roles.PARTNER) == (user.account() == null)) {
            throw new IllegalArgumentException("a partner, and only a partner, belongs to an account");
        }
    }

    String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isEnabled() {
        return enabled;
    }

    long revision() {
        return revision;
    }

    ManagedUser managed() {
        return new ManagedUser(view(), version, createdAt, updatedAt, updatedBy);
    }

    UserView view() {
        boolean mustChange = passwordChangeRequired && !Roles.areOfMachine(roles);
        return new UserView(username, displayName, roles, account, enabled, mustChange);
    }
}
