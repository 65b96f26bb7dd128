package io.orderfield.web.technician;

import io.orderfield.fsm.dispatch.Absence;
import io.orderfield.fsm.dispatch.GeoPoint;
import io.orderfield.fsm.dispatch.TechnicianChange;
import io.orderfield.fsm.dispatch.TechnicianService;
import io.orderfield.fsm.dispatch.TechnicianView;
import io.orderfield.fsm.dispatch.WorkingTime;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Texts;
import io.orderfield.web.ui.Way;
import io.orderfield.web.ui.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A technician who is created or changed. */
@Named("technicianPage")
@ViewScoped
public class TechnicianPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    TechnicianService technicians;

    @Inject
    Decisions decisions;

    @Inject
    Way way;

    @Inject
    Texts texts;

    private @Nullable String username;
    private long version;
    private @Nullable String newUsername;
    private @Nullable String name;
    private @Nullable String regions;
    private @Nullable String skills;
    private @Nullable String timeZone;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable String fieldSystem;
    private boolean active = true;
    private List<HoursForm> hours = new ArrayList<>();
    private List<AbsenceForm> absences = new ArrayList<>();

    /** Reads the technician of the address; without one, begins a new record. */
    public void load() {
        String wanted = username;
        if (wanted == null) {
            if (hours.isEmpty()) {
                Stream.of(DayOfWeek.values())
                        .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                        .map(HoursForm::on)
                        .forEach(hours::add);
            }
            return;
        }
        TechnicianView found = decisions.orErrorPage(() -> technicians.find(wanted));
        if (found != null) {
            show(found);
        }
    }

    private void show(TechnicianView technician) {
        GeoPoint home = technician.home();
        version = technician.version();
        name = technician.name();
        regions = Words.text(technician.regions());
        skills = Words.text(technician.skills());
        timeZone = technician.timeZone();
        latitude = home == null ? null : home.latitude();
        longitude = home == null ? null : home.longitude();
        fieldSystem = technician.fieldSystem();
        active = technician.active();
        hours = new ArrayList<>(
                technician.workingHours().stream().map(HoursForm::of).toList());
        absences = new ArrayList<>(
                technician.absences().stream().map(AbsenceForm::of).toList());
    }

    /** Creates or changes the technician; a new one goes on to its own page. */
    public void save() {
        List<WorkingTime> times = hours.stream().map(HoursForm::time).toList();
        List<Absence> away = absences.stream()
                .map(AbsenceForm::absence)
                .filter(Objects::nonNull)
                .toList();
        TechnicianChange wanted = new TechnicianChange(
                written(name),
                Words.of(regions),
                Words.of(skills),
                written(timeZone),
                new TechnicianChange.Home(latitude, longitude),
                times,
                away,
                active,
                written(fieldSystem));
        String known = username;
        if (known != null) {
            Optional<Problem> refused = decisions.attempt(
                    "technician.saved", () -> show(technicians.change(known, wanted, version)), written(name));
            if (refused.filter(p -> p.status() == 412).isPresent()) {
                load();
            }
            return;
        }
        Optional<Problem> refused = decisions.quietly(() ->
                username = technicians.create(written(newUsername), wanted).username());
        refused.ifPresent(decisions::tell);
        if (refused.isPresent()) {
            return;
        }
        decisions.sayThere(texts.of("technician.created", written(name)));
        way.to("/technician/edit.xhtml", "username", written(username));
    }

    private static String written(@Nullable String text) {
        return text == null ? "" : text;
    }

    public void addHours() {
        hours.add(new HoursForm());
    }

    public void removeHours(HoursForm form) {
        hours.remove(form);
    }

    public void addAbsence() {
        absences.add(new AbsenceForm());
    }

    public void removeAbsence(AbsenceForm form) {
        absences.remove(form);
    }

    public boolean isCreating() {
        return username == null;
    }

    /** Names of all time zones, sorted. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || zone.contains("/") && !zone.startsWith("Etc/"))
                .sorted()
                .toList();
    }

    public DayOfWeek[] getWeekdays() {
        return DayOfWeek.values();
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public @Nullable String getNewUsername() {
        return newUsername;
    }

    public void setNewUsername(@Nullable String newUsername) {
        this.newUsername = newUsername;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getRegions() {
        return regions;
    }

    public void setRegions(@Nullable String regions) {
        this.regions = regions;
    }

    public @Nullable String getSkills() {
        return skills;
    }

    public void setSkills(@Nullable String skills) {
        this.skills = skills;
    }

    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String timeZone) {
        this.timeZone = timeZone;
    }

    public @Nullable Double getLatitude() {
        return latitude;
    }

    public void setLatitude(@Nullable Double latitude) {
        this.latitude = latitude;
    }

    public @Nullable Double getLongitude() {
        return longitude;
    }

    public void setLongitude(@Nullable Double longitude) {
        this.longitude = longitude;
    }

    public @Nullable String getFieldSystem() {
        return fieldSystem;
    }

    public void setFieldSystem(@Nullable String fieldSystem) {
        this.fieldSystem = fieldSystem;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public List<HoursForm> getHours() {
        return hours;
    }

    public List<AbsenceForm> getAbsences() {
        return absences;
    }
}
