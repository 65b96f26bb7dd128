package io.orderfield.fsm.dispatch;

import io.orderfield.fsm.CodesColumn;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who goes out and works. One who belongs to a field system is a contractor whose system acts for them. An
 * administrator creates and changes the record, and takes it out of use; it is never deleted, since visits name it.
 */
@Entity
@Table(name = "technician", schema = "fsm")
public class Technician {
    @Id
    @Column(name = "username")
    private String username;

    @Version
    private long version;

    /** Counts changes, so that one of the absences alone makes a new version too. */
    @Column(name = "edits")
    private long edits;

    @Column(name = "name")
    private String name;

    @Column(name = "regions")
    private String regions;

    @Column(name = "skills")
    private String skills;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "home_latitude")
    private @Nullable Double homeLatitude;

    @Column(name = "home_longitude")
    private @Nullable Double homeLongitude;

    @Column(name = "working_hours")
    private String workingHours;

    @OneToMany(mappedBy = "technician", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("firstDay")
    private List<TechnicianAbsence> absences = new ArrayList<>();

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
        this.regions = CodesColumn.join(regions);
        this.skills = CodesColumn.join(skills);
        this.timeZone = timeZone;
        this.workingHours = "";
        this.active = true;
        this.fieldSystem = fieldSystem;
    }

    /** With the hours and the place to start from. */
    public Technician working(WorkingHours hours, @Nullable GeoPoint home) {
        workingHours = hours.text();
        homeLatitude = home == null ? null : home.latitude();
        homeLongitude = home == null ? null : home.longitude();
        return this;
    }

    Technician(TechnicianView definition) {
        this.username = definition.username();
        take(definition);
    }

    /** Becomes what is wanted. Visits that are planned stay as they are. */
    void change(TechnicianView wanted) {
        take(wanted);
    }

    private void take(TechnicianView definition) {
        name = definition.name();
        regions = CodesColumn.join(definition.regions());
        skills = CodesColumn.join(definition.skills());
        timeZone = definition.timeZone();
        working(new WorkingHours(definition.workingHours()), definition.home());
        active = definition.active();
        fieldSystem = definition.fieldSystem();
        edits++;
        for (TechnicianAbsence known : List.copyOf(absences)) {
            if (!definition.absences().contains(known.value())) {
                absences.remove(known);
            }
        }
        definition.absences().stream()
                .filter(wanted -> !absences().contains(wanted))
                .forEach(wanted -> absences.add(new TechnicianAbsence(this, wanted)));
    }

    /** Gets no further work. What is assigned already stays. */
    public void retire() {
        active = false;
    }

    /** Where the working hours and absences are meant. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    WorkingHours workingHours() {
        return WorkingHours.parse(workingHours);
    }

    List<Absence> absences() {
        return absences.stream().map(TechnicianAbsence::value).toList();
    }

    /** Where the way to a visit begins. */
    @Nullable
    GeoPoint home() {
        return GeoPoint.of(homeLatitude, homeLongitude);
    }

    long version() {
        return version;
    }

    public String username() {
        return username;
    }

    /** Display name. */
    public String name() {
        return name;
    }

    public Set<String> regions() {
        return CodesColumn.split(regions);
    }

    public Set<String> skills() {
        return CodesColumn.split(skills);
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
                username,
                name,
                new TreeSet<>(regions()),
                new TreeSet<>(skills()),
                timeZone,
                home(),
                workingHours().times(),
                absences().stream()
                        .sorted(Comparator.comparing(Absence::firstDay))
                        .toList(),
                active,
                fieldSystem,
                version);
    }
}
