package io.orderfield.fsm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.template.TemplateChecklistItem;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDataTest {
    @Test
    void hasEveryTemplateThatTheShippedPolicyNames() {
        assertThat(DemoTemplates.all())
                .extracting(WorkOrderTemplateView::code)
                .containsExactlyInAnyOrder(
                        "SITE-SURVEY",
                        "FIBER-INSTALL",
                        "ONT-INSTALL",
                        "EDGE-INSTALL",
                        "AP-INSTALL",
                        "LTE-INSTALL",
                        "VOICE-ACTIVATION",
                        "CHANGE-ON-SITE",
                        "EQUIPMENT-PICKUP",
                        "QUALITY-CHECK");
    }

    @Test
    void everyTaskHasSomethingThatMustBeDone() {
        assertThat(DemoTemplates.all())
                .allSatisfy(t -> assertThat(t.tasks()).isNotEmpty().allMatch(task -> task.checklist().stream()
                        .anyMatch(TemplateChecklistItem::mandatory)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lisboa",
                "Norte",
                "Highlands",
                "New York",
                "Zürich",
                "Bayern",
                "Tirol",
                "Oslo",
                "Västra Götaland",
                "Auckland",
                "Tokyo",
                "Singapore"
            })
    void everyRegionOfTheDemonstrationHasATechnician(String region) {
        assertThat(DemoTechnicians.all()).anyMatch(t -> t.regions().contains(region));
    }

    @Test
    void everySkillThatATemplateNeedsIsThere() {
        Set<String> needed = DemoTemplates.all().stream()
                .flatMap(t -> t.tasks().stream())
                .flatMap(t -> t.skills().stream())
                .collect(Collectors.toSet());
        assertThat(DemoTechnicians.all().stream()
                        .map(Technician::skills)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()))
                .containsAll(needed);
    }
}
