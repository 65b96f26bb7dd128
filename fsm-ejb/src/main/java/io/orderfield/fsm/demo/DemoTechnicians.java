package io.orderfield.fsm.demo;

import io.orderfield.fsm.dispatch.Technician;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The technicians of the demonstration; every region of its customers has at least one. The first three are the users of
 * the same names.
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
                new Technician(
                        "technician",
                        "Tomás Silva",
                        union(List.of(ATLANTIC, ALPS, NORTH, PACIFIC)),
                        ALL_SKILLS,
                        "Europe/Lisbon",
                        null),
                new Technician(
                        "ravi", "Ravi Menon", union(List.of(ATLANTIC, NORTH)), ALL_SKILLS, "Europe/Lisbon", null),
                new Technician(
                        "lena",
                        "Lena Fischer",
                        union(List.of(ALPS, PACIFIC)),
                        Set.of("survey", "fiber", "cpe", "network", "wifi"),
                        "Europe/Zurich",
                        null),
                new Technician(
                        "contractor",
                        "Fieldworks crew 1",
                        Set.of("Zürich", "Bayern", "Tirol", "Oslo", "Lisboa"),
                        Set.of("fiber", "cpe", "voice"),
                        "Europe/Zurich",
                        "field-system"));
    }

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
