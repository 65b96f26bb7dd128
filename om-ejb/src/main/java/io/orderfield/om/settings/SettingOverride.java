package io.orderfield.om.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an administrator wants instead of the default. It outlives a reset, so that its revisions never come again. */
@Entity
@Table(name = "setting", schema = "om")
class SettingOverride {
    @Id
    private String name;

    @Version
    private long version;

    @Column(name = "chosen")
    private @Nullable String chosen;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected SettingOverride() {
        // for JPA
    }

    SettingOverride(Setting setting, String by, Instant now) {
        this.name = setting.name();
        this.changedBy = by;
        this.changedAt = now;
    }

    /** From now on this holds, whatever the variable says. */
    void choose(String value, String by, Instant now) {
        change(value, by, now);
    }

    /** From now on the default holds again. */
    void reset(String by, Instant now) {
        change(null, by, now);
    }

    private void change(@Nullable String value, String by, Instant now) {
        this.chosen = value;
        this.changedBy = by;
        this.changedAt = now;
    }

    /** What was chosen; null since a reset. */
    @Nullable
    String chosen() {
        return chosen;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}
