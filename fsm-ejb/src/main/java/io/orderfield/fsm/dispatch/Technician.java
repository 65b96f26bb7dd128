package io.orderfield.fsm.dispatch;

import io.orderfield.fsm.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Somebody who goes out and works. One who belongs to a field system is a contractor whose system acts for them. */
@Entity
@Table(name = "technician", schema = "fsm")
public class Technician {
    @Id
    @Column(name = "username")
    private String username;

    @Version
    private long version;

    @Column(name = "name")
    private String name;

    @Column(name = "regions")
    private String regions;

    @Column(name = "skills")
    private String skills;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "active")
    private boolean active;

    @Column(name = "field_system")
    private @Nullable String fieldSystem;

    protected Technician() {
        // for JPA
    }

    /** @param fieldSystem user name of the system that acts for this technician, or null for one of our own */
    public Technician(
            String username,
            String name,
            Set<String> regions,
            Set<String> skills,
            String timeZone,
            @Nullable String fieldSystem) {
        this.username = username;
        this.name = name;
        this.regions = Words.join(regions);
        this.skills = Words.join(skills);
        this.timeZone = timeZone;
        this.active = true;
        this.fieldSystem = fieldSystem;
    }

    /** Gets no further work. What is assigned already stays. */
    public void retire() {
        active = false;
    }

    public String username() {
        return username;
    }

    /** Display name. */
    public String name() {
        return name;
    }

    public Set<String> regions() {
        return Words.split(regions);
    }

    public Set<String> skills() {
        return Words.split(skills);
    }

    public boolean isActive() {
        return active;
    }

    /** True when the user is the system that acts for this technician. */
    public boolean belongsTo(String user) {
        return Objects.equals(fieldSystem, user);
    }

    TechnicianView view() {
        return new TechnicianView(
                username, name, String.join(", ", new TreeSet<>(regions())), new TreeSet<>(skills()), timeZone, active);
    }
}
