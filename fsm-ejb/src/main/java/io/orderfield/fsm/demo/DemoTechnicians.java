package io.orderfield.fsm.demo;

import io.orderfield.fsm.dispatch.GeoPoint;
import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.dispatch.WorkingHours;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The technicians of the demonstration; every region of its customers has at least one whose working hours lie in the
 * region's day. The first three are the users of the same names.
 */
final class DemoTechnicians {
    private static final Set<String> ATLANTIC = Set.of("Lisboa", "Norte", "Highlands", "New York");
    private static final Set<String> ALPS = Set.of("Zürich", "Bayern", "Tirol");
    private static final Set<String> NORTH = Set.of("Oslo", "Västra Götaland");
    private static final Set<String> PACIFIC = Set.of("Auckland", "Tokyo", "Singapore");
    private static final Set<String> ALL_SKILLS = Set.of("survey", "fiber", "cpe", "network", "wifi", "voice");

    private DemoTechnicians() {}

    static List<Technician> all() {
        return List.of(
                technician(
                        "technician",
                        "Tomás Silva",
                        union(List.of(ATLANTIC, ALPS, NORTH, PACIFIC)),
                        ALL_SKILLS,
                        "Europe/Lisbon",
                        null,
                        new GeoPoint(38.72, -9.14)),
                technician(
                        "ravi",
                        "Ravi Menon",
                        union(List.of(ATLANTIC, NORTH)),
                        ALL_SKILLS,
                        "Europe/Lisbon",
                        null,
                        new GeoPoint(41.15, -8.61)),
                technician(
                        "lena",
                        "Lena Fischer",
                        union(List.of(ALPS, PACIFIC)),
                        Set.of("survey", "fiber", "cpe", "network", "wifi"),
                        "Europe/Zurich",
                        null,
                        new GeoPoint(47.37, 8.54)),
                technician(
                        "marcus",
                        "Marcus Reed",
                        Set.of("New York"),
                        ALL_SKILLS,
                        "America/New_York",
                        null,
                        new GeoPoint(40.68, -73.94)),
                technician("aiko", "Aiko Tanaka", PACIFIC, ALL_SKILLS, "Asia/Tokyo", null, new GeoPoint(35.69, 139.70)),
                technician(
                        "contractor",
                        "Fieldworks crew 1",
                        Set.of("Zürich", "Bayern", "Tirol", "Oslo", "Lisboa"),
                        Set.of("fiber", "cpe", "voice"),
                        "Europe/Zurich",
                        "field-system",
                        new GeoPoint(48.14, 11.58)));
    }

    private static Technician technician(
            String username,
            String name,
            Set<String> regions,
            Set<String> skills,
            String timeZone,
            @Nullable String fieldSystem,
            GeoPoint home) {
        return new Technician(username, name, regions, skills, timeZone, fieldSystem).working(WorkingHours.USUAL, home);
    }

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
