package io.orderfield.web.ui;

import io.orderfield.kernel.Sentence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the pages write states, dates, people. A visit and everything else that happens at a location is shown in the
 * location's time zone, with the zone's name where it differs from the reader's; what happened in the office (notes,
 * decisions) in the reader's.
 */
@Named("ui")
@RequestScoped
public class Ui {
    private static final int HUES = 6;
    private static final String NONE = "–";

    @Inject
    Texts texts;

    @Inject
    Browser browser;

    @Inject
    Clock clock;

    /** The words of a notice, told by the page: Faces writes into the log what was said and nobody showed. */
    public String told(FacesMessage notice) {
        notice.rendered();
        return notice.getSummary();
    }

    /** Words for the name of a state. */
    public String state(@Nullable String name) {
        return name == null ? NONE : texts.word("state", name);
    }

    /** Words for a priority, 1 to 4. */
    public String priority(int priority) {
        return texts.word("priority", Integer.toString(priority));
    }

    /** Words for a stable name of some kind, such as {@code action} ADD. */
    public String word(String kind, @Nullable String name) {
        return name == null ? NONE : texts.word(kind, name);
    }

    /** What a service says as data, in words. */
    public String said(Sentence sentence) {
        return texts.of(sentence);
    }

    /** Words for the name of a field; {@code characteristics.bandwidth} is shown as its last part. */
    public String field(String name) {
        if (texts.has("field." + name)) {
            return texts.of("field." + name);
        }
        return texts.word("field", name.substring(name.lastIndexOf('.') + 1));
    }

    /** A value of a change; state names become words, moments are the reader's. */
    public String value(@Nullable String value) {
        return valueAt(value, null);
    }

    /** A value of a change; moments are those of the location in this time zone. */
    public String valueAt(@Nullable String value, @Nullable String zone) {
        if (value == null || value.isEmpty()) {
            return NONE;
        }
        if (value.equals("true") || value.equals("false")) {
            return texts.of("boolean." + value);
        }
        if (texts.has("state." + value)) {
            return texts.of("state." + value);
        }
        return value.length() > 18 && value.charAt(4) == '-' && value.endsWith("Z") ? ofText(value, zone) : value;
    }

    /** The text with numbers in its places. */
    public String text(String key, Object argument) {
        return texts.of(key, argument);
    }

    /** The text with two places. */
    public String text(String key, Object first, Object second) {
        return texts.of(key, first, second);
    }

    /** What a form offers to choose; what is no longer active says so. */
    public String choice(String name, boolean active) {
        return active ? name : texts.of("form.inactive", name);
    }

    /** A local date. */
    public String date(@Nullable LocalDate date) {
        return date == null ? NONE : date.format(pattern("d MMM yyyy"));
    }

    /** A moment in the reader's time zone. */
    public String time(@Nullable Instant instant) {
        return instant == null ? NONE : at(instant, browser.getZone());
    }

    /** A moment at a location. */
    public String timeAt(@Nullable Instant instant, String zone) {
        return instant == null ? NONE : at(instant, zone(zone)) + suffix(instant, zone);
    }

    /** A visit's window at a location, such as {@code 23 Nov, 09:00–11:00}. */
    public String visit(@Nullable Instant start, @Nullable Instant end, String zone) {
        if (start == null) {
            return NONE;
        }
        ZonedDateTime from = start.atZone(zone(zone));
        String text = from.format(pattern(sameYear(from) ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm"));
        if (end != null) {
            ZonedDateTime to = end.atZone(zone(zone));
            boolean sameDay = to.toLocalDate().equals(from.toLocalDate());
            text += "–" + to.format(pattern(sameDay ? "HH:mm" : "d MMM, HH:mm"));
        }
        return text + suffix(start, zone);
    }

    /** The day of a visit at a location: today, tomorrow, or its date. */
    public String day(@Nullable Instant start, String zone) {
        if (start == null) {
            return texts.of("day.unplanned");
        }
        LocalDate day = LocalDate.ofInstant(start, zone(zone));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(zone));
        if (day.equals(today)) {
            return texts.of("day.today");
        }
        return day.equals(today.plusDays(1))
                ? texts.of("day.tomorrow")
                : day.format(pattern(day.getYear() == today.getYear() ? "EEEE, d MMMM" : "EEEE, d MMMM yyyy"));
    }

    /** The days in between which work is wanted. */
    public String window(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || first.equals(last)) {
            return last == null ? NONE : texts.of("window.until", date(last));
        }
        return last == null ? texts.of("window.from", date(first)) : date(first) + " – " + date(last);
    }

    /** How long ago, in words. */
    public String ago(@Nullable Instant instant) {
        if (instant == null) {
            return NONE;
        }
        long minutes = Duration.between(instant, clock.instant()).toMinutes();
        if (minutes < 1) {
            return texts.of("ago.now");
        }
        if (minutes < 60) {
            return texts.of("ago.minutes", minutes);
        }
        if (minutes < 24 * 60) {
            return texts.of("ago.hours", minutes / 60);
        }
        return minutes < 14 * 24 * 60 ? texts.of("ago.days", minutes / (24 * 60)) : time(instant);
    }

    /** How long something takes or took, roughly, in words. */
    public String duration(long seconds) {
        long minutes = seconds / 60;
        if (minutes < 2 * 60) {
            return texts.of("duration.minutes", Math.max(1, minutes));
        }
        return minutes < 3 * 24 * 60
                ? texts.of("duration.hours", minutes / 60)
                : texts.of("duration.days", minutes / (24 * 60));
    }

    /** The moment for machines, in {@code <time datetime>}. */
    public String machine(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    /** Whether the day is over at that place. */
    public boolean late(@Nullable LocalDate date, @Nullable String zone) {
        ZoneId there = zone == null ? browser.getZone() : zone(zone);
        return date != null && date.isBefore(LocalDate.ofInstant(clock.instant(), there));
    }

    /** Today in the reader's words. */
    public String getToday() {
        return clock.instant().atZone(browser.getZone()).format(pattern("EEEE, d MMMM yyyy"));
    }

    /** Up to two letters for a person. */
    public String initials(@Nullable String name) {
        StringBuilder initials = new StringBuilder();
        for (String part : (name == null ? "" : name).split("[ ._-]+")) {
            if (!part.isEmpty() && initials.length() < 2) {
                initials.append(Character.toUpperCase(part.charAt(0)));
            }
        }
        return initials.toString();
    }

    /** One of six colors, always the same for a name. */
    public int hue(@Nullable String name) {
        return name == null ? 0 : Math.floorMod(name.hashCode(), HUES);
    }

    /** How large a file is. */
    public String size(long bytes) {
        return bytes < 1_000_000
                ? texts.of("size.kilobytes", Math.max(1, bytes / 1000))
                : texts.of("size.megabytes", bytes / 1_000_000, bytes / 100_000 % 10);
    }

    /** Numbers or words, joined. */
    public String joined(List<?> values) {
        return String.join(", ", values.stream().map(String::valueOf).toList());
    }

    private String at(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        return time.format(pattern(sameYear(time) ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm"));
    }

    private boolean sameYear(ZonedDateTime time) {
        return time.getYear() == clock.instant().atZone(time.getZone()).getYear();
    }

    private String suffix(Instant instant, String zone) {
        ZoneId there = zone(zone);
        boolean same = there.getRules()
                .getOffset(instant)
                .equals(browser.getZone().getRules().getOffset(instant));
        return same ? "" : " " + instant.atZone(there).format(pattern("z"));
    }

    private String ofText(String value, @Nullable String zone) {
        try {
            Instant instant = Instant.parse(value);
            return zone == null || zone.isEmpty() ? time(instant) : timeAt(instant, zone);
        } catch (DateTimeException e) {
            return value; // it only looked like a moment
        }
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale());
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            return java.time.ZoneOffset.UTC;
        }
    }
}
