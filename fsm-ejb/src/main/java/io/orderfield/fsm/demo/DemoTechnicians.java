package io.orderfield.fsm.demo;

import io.orderfield.fsm.dispatch.Technician;
import java.util.List;
import java.util.Set;

/** The technicians of the demonstration; every region of its customers has at least one. */
final class DemoTechnicians {
    private static final Set<String> IBERIA_AND_ATLANTIC = Set.of("Lisboa", "Norte", "Highlands", "New York");
    private static final Set<String> ALPS = Set.of("Zürich", "Bayern", "Tirol", "Berlin");
    private static final Set<String> NORTH = Set.of("Oslo", "Västra Götaland", "Highlands");
    private static final Set<String> PACIFIC = Set.of("Auckland", "Tokyo", "Singapore");
    private static final Set<String> ALL_SKILLS = Set.of("survey", "fiber", "cpe", "network", "wifi", "voice");

    private DemoTechnicians() {}

    static List<Technician> all() {
        return List.of(
                new Technician("technician", "Ana Sousa", IBERIA_AND_ATLANTIC, ALL_SKILLS, "Europe/Lisbon", null),
                new Technician(
                        "lena", "Lena Fischer", ALPS, Set.of("survey", "cpe", "network", "wifi"), "Europe/Berlin", null),
                new Technician("jonas", "Jonas Berg", NORTH, ALL_SKILLS, "Europe/Oslo", null),
                new Technician("ravi", "Ravi Menon", PACIFIC, ALL_SKILLS, "Asia/Singapore", null),
                new Technician(
                        "contractor",
                        "Fieldworks crew 1",
                        Set.of("Zürich", "Bayern", "Tirol", "Oslo", "Lisboa"),
                        Set.of("fiber", "cpe", "voice"),
                        "Europe/Zurich",
                        "field-system"));
    }
}
