package io.orderfield.fsm.demo;

import io.orderfield.fsm.template.TemplateChecklistItem;
import io.orderfield.fsm.template.TemplateTaskView;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import java.util.List;
import java.util.Set;

/** The work order templates of the demonstration: those that the shipped work order policy names. */
final class DemoTemplates {
    private DemoTemplates() {}

    static List<WorkOrderTemplateView> all() {
        return List.of(
                template(
                        "SITE-SURVEY",
                        "Site survey",
                        3,
                        false,
                        true,
                        task(
                                "Survey the site",
                                90,
                                Set.of("survey"),
                                must("Cable routes measured"),
                                must("Power and rack space checked"),
                                may("Photos taken"))),
                template(
                        "FIBER-INSTALL",
                        "Fiber installation",
                        2,
                        true,
                        false,
                        task(
                                "Lay and splice the fiber",
                                240,
                                Set.of("fiber"),
                                must("Duct checked"),
                                must("Splices documented"),
                                may("Photos taken")),
                        task(
                                "Measure and hand over the line",
                                60,
                                Set.of("fiber"),
                                must("Attenuation measured"),
                                must("Customer has signed"))),
                template(
                        "ONT-INSTALL",
                        "ONT installation",
                        3,
                        true,
                        false,
                        task(
                                "Install the optical network terminal",
                                90,
                                Set.of("cpe"),
                                must("Signal level measured"),
                                must("Serial number recorded"),
                                may("Photos taken"))),
                template(
                        "EDGE-INSTALL",
                        "SD-WAN edge installation",
                        2,
                        true,
                        false,
                        task(
                                "Install and connect the edge device",
                                120,
                                Set.of("cpe", "network"),
                                must("Both uplinks up"),
                                must("Serial number recorded"),
                                may("Rack photo taken"))),
                template(
                        "AP-INSTALL",
                        "Access point installation",
                        3,
                        true,
                        false,
                        task(
                                "Mount and connect the access point",
                                60,
                                Set.of("wifi"),
                                must("Coverage measured"),
                                may("Photos taken"))),
                template(
                        "LTE-INSTALL",
                        "LTE router installation",
                        2,
                        true,
                        false,
                        task(
                                "Install the LTE router",
                                60,
                                Set.of("cpe"),
                                must("Signal strength recorded"),
                                may("Antenna aligned"))),
                template(
                        "VOICE-ACTIVATION",
                        "Voice activation",
                        3,
                        true,
                        false,
                        task(
                                "Activate and test the extensions",
                                90,
                                Set.of("voice"),
                                must("Emergency call tested"),
                                must("Numbers tested"))),
                template(
                        "CHANGE-ON-SITE",
                        "Change on site",
                        3,
                        true,
                        true,
                        task("Change the equipment as described", 60, Set.of("cpe"), must("Service tested"))),
                template(
                        "EQUIPMENT-PICKUP",
                        "Equipment pickup",
                        4,
                        false,
                        false,
                        task(
                                "Disconnect and collect the equipment",
                                45,
                                Set.of(),
                                must("Serial number recorded"),
                                may("Site left clean"))),
                template(
                        "QUALITY-CHECK",
                        "Quality check",
                        2,
                        false,
                        true,
                        task(
                                "Inspect the finished work",
                                60,
                                Set.of("survey"),
                                must("Work inspected"),
                                may("Customer asked"))));
    }

    private static WorkOrderTemplateView template(
            String code,
            String name,
            int priority,
            boolean billable,
            boolean needsQualification,
            TemplateTaskView... tasks) {
        return new WorkOrderTemplateView(code, name, true, priority, billable, needsQualification, List.of(tasks));
    }

    private static TemplateTaskView task(
            String description, int minutes, Set<String> skills, TemplateChecklistItem... checklist) {
        return new TemplateTaskView(description, skills, minutes, List.of(checklist));
    }

    private static TemplateChecklistItem must(String text) {
        return new TemplateChecklistItem(text, true);
    }

    private static TemplateChecklistItem may(String text) {
        return new TemplateChecklistItem(text, false);
    }
}
