package io.orderfield.fsm.dispatch;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a technician's record can be what somebody wants it to be. */
final class TechnicianCheck {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,'’()/_-]{0,59}");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_WORDS = 1000;
    private static final int MOST_HOURS = 14;
    private static final int MOST_ABSENCES = 100;

    private final List<FieldProblem> problems = new ArrayList<>();

    private TechnicianCheck() {}

    /** @throws Refusal invalid with everything that is wrong */
    static void check(TechnicianView technician, TechnicianChange.@Nullable Home home) {
        TechnicianCheck check = new TechnicianCheck();
        check.all(technician, home);
        if (!check.problems.isEmpty()) {
            throw Refusal.invalid(check.problems);
        }
    }

    private void all(TechnicianView technician, TechnicianChange.@Nullable Home home) {
        if (!USERNAME.matcher(technician.username()).matches()) {
            problem("username", "is a user name: small letters, digits and ._-");
        }
        if (technician.name().isBlank()) {
            problem("name", "is required");
        } else if (!isLine(technician.name(), LONGEST_LINE)) {
            problem("name", "must be one line of at most " + LONGEST_LINE + " characters");
        }
        words("regions", technician.regions());
        words("skills", technician.skills());
        if (!ZoneId.getAvailableZoneIds().contains(technician.timeZone())) {
            problem("timeZone", "must be a time zone such as Europe/Lisbon");
        }
        String system = technician.fieldSystem();
        if (system != null && !USERNAME.matcher(system).matches()) {
            problem("fieldSystem", "is a user name: small letters, digits and ._-");
        }
        if (home != null && home.isHalf()) {
            problem("home", "needs both latitude and longitude");
        }
        GeoPoint point = technician.home();
        if (point != null && !(Math.abs(point.latitude()) <= 90 && Math.abs(point.longitude()) <= 180)) {
            problem("home", "has a latitude from -90 to 90 and a longitude from -180 to 180");
        }
        hours(technician.workingHours());
        absences(technician.absences());
    }

    private void words(String field, Set<String> words) {
        if (words.stream().anyMatch(w -> !WORD.matcher(w).matches())
                || String.join("|", words).length() > LONGEST_WORDS) {
            problem(field, "are words of up to 60 letters and digits, 1,000 characters together");
        }
    }

    private void hours(List<WorkingTime> hours) {
        if (hours.size() > MOST_HOURS) {
            problem("workingHours", "has at most " + MOST_HOURS + " entries");
        }
        for (int i = 0; i < hours.size(); i++) {
            WorkingTime time = hours.get(i);
            if (time.start().getSecond() != 0
                    || time.end().getSecond() != 0
                    || time.startMinute() >= time.endMinute()) {
                problem("workingHours[" + i + "]", "must end after it starts, in whole minutes");
            }
            for (WorkingTime other : hours.subList(0, i)) {
                if (other.day() == time.day()
                        && other.startMinute() < time.endMinute()
                        && time.startMinute() < other.endMinute()) {
                    problem("workingHours[" + i + "]", "overlaps with another one on " + time.day());
                }
            }
        }
    }

    private void absences(List<Absence> absences) {
        if (absences.size() > MOST_ABSENCES) {
            problem("absences", "has at most " + MOST_ABSENCES + " entries");
        }
        for (int i = 0; i < absences.size(); i++) {
            Absence absence = absences.get(i);
            if (absence.lastDay().isBefore(absence.firstDay())) {
                problem("absences[" + i + "].lastDay", "must not be before the first day");
            }
            if (!isLine(absence.reason(), LONGEST_LINE)) {
                problem("absences[" + i + "].reason", "must be one line of at most " + LONGEST_LINE + " characters");
            }
            if (absences.indexOf(absence) < i) {
                problem("absences[" + i + "]", "is there twice");
            }
        }
    }

    private static boolean isLine(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private void problem(String path, String message) {
        problems.add(new FieldProblem(path, message));
    }
}
