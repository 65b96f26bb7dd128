package io.orderfield.fsm.dispatch;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
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
            problem("username", Sentence.of("field.username"));
        }
        if (Blank.is(technician.name())) {
            problem("name", Sentence.of("field.required"));
        } else if (!isLine(technician.name(), LONGEST_LINE)) {
            problem("name", Sentence.of("field.lineOf").with("most", LONGEST_LINE));
        }
        words("regions", technician.regions());
        words("skills", technician.skills());
        if (!ZoneId.getAvailableZoneIds().contains(technician.timeZone())) {
            problem("timeZone", Sentence.of("field.timeZone"));
        }
        String system = technician.fieldSystem();
        if (system != null && !USERNAME.matcher(system).matches()) {
            problem("fieldSystem", Sentence.of("field.username"));
        }
        if (home != null && home.isHalf()) {
            problem("home", Sentence.of("field.half"));
        }
        GeoPoint point = technician.home();
        if (point != null && !(Math.abs(point.latitude()) <= 90 && Math.abs(point.longitude()) <= 180)) {
            problem("home", Sentence.of("field.position"));
        }
        hours(technician.workingHours());
        absences(technician.absences());
    }

    private void words(String field, Set<String> words) {
        if (words.stream().anyMatch(w -> !WORD.matcher(w).matches())
                || String.join("|", words).length() > LONGEST_WORDS) {
            problem(field, Sentence.of("field.words"));
        }
    }

    private void hours(List<WorkingTime> hours) {
        if (hours.size() > MOST_HOURS) {
            problem("workingHours", Sentence.of("field.mostEntries").with("most", MOST_HOURS));
        }
        for (int i = 0; i < hours.size(); i++) {
            WorkingTime time = hours.get(i);
            if (time.start().getSecond() != 0
                    || time.end().getSecond() != 0
                    || time.startMinute() >= time.endMinute()) {
                problem("workingHours[" + i + "]", Sentence.of("field.workingHours"));
            }
            for (WorkingTime other : hours.subList(0, i)) {
                if (other.day() == time.day()
                        && other.startMinute() < time.endMinute()
                        && time.startMinute() < other.endMinute()) {
                    problem(
                            "workingHours[" + i + "]",
                            Sentence.of("field.overlap").with("day", time.day()));
                }
            }
        }
    }

    private void absences(List<Absence> absences) {
        if (absences.size() > MOST_ABSENCES) {
            problem("absences", Sentence.of("field.mostEntries").with("most", MOST_ABSENCES));
        }
        for (int i = 0; i < absences.size(); i++) {
            Absence absence = absences.get(i);
            if (absence.lastDay().isBefore(absence.firstDay())) {
                problem("absences[" + i + "].lastDay", Sentence.of("field.lastDay"));
            }
            if (!isLine(absence.reason(), LONGEST_LINE)) {
                problem(
                        "absences[" + i + "].reason",
                        Sentence.of("field.lineOf").with("most", LONGEST_LINE));
            }
            if (absences.indexOf(absence) < i) {
                problem("absences[" + i + "]", Sentence.of("field.twice"));
            }
        }
    }

    private static boolean isLine(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private void problem(String path, Sentence message) {
        problems.add(new FieldProblem(path, message));
    }
}
