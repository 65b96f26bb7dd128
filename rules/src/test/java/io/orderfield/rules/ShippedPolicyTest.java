package io.orderfield.rules;

import static io.orderfield.rules.FactsBuilder.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.rules.files.DecisionTableCsv;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedPolicyTest {
    /** The catalog and the templates that Orderfield ships. */
    private static final KnownValues KNOWN = new KnownValues(
            Set.of(
                    "FIBER-INTERNET",
                    "SD-WAN",
                    "MANAGED-WIFI",
                    "SITE-SURVEY",
                    "VOICE",
                    "MOBILE-BACKUP",
                    "FIBER-ACCESS",
                    "SDWAN-OVERLAY",
                    "WIFI-SERVICE",
                    "SURVEY-SERVICE",
                    "VOICE-SERVICE",
                    "ONT",
                    "SDWAN-EDGE",
                    "ACCESS-POINT",
                    "LTE-ROUTER"),
            Set.of(
                    "SITE-SURVEY",
                    "FIBER-INSTALL",
                    "ONT-INSTALL",
                    "EDGE-INSTALL",
                    "AP-INSTALL",
                    "LTE-INSTALL",
                    "VOICE-ACTIVATION",
                    "CHANGE-ON-SITE",
                    "EQUIPMENT-PICKUP",
                    "QUALITY-CHECK"));

    private final WorkOrderPolicy policy = WorkOrderPolicy.compile(1, DecisionTableCsv.shipped());

    @Test
    void namesKnownSpecificationsAndTemplatesOnlyAndEveryTemplate() {
        DecisionTable table = DecisionTableCsv.read(DecisionTableCsv.shippedCsv(), KNOWN);

        assertThat(table).isEqualTo(DecisionTableCsv.shipped());
        assertThat(table.rows()).extracting(row -> row.result("template")).containsAll(KNOWN.templates());
    }

    @Test
    void isWrittenInCanonicalForm() {
        assertThat(DecisionTableCsv.write(DecisionTableCsv.shipped())).isEqualTo(DecisionTableCsv.shippedCsv());
    }

    @Test
    void passesThePointOfNoReturnNeverOrOnWorkStart() {
        assertThat(DecisionTableCsv.shipped().rows())
                .extracting(row -> RowMatch.of(row).pointOfNoReturn())
                .allMatch(EnumSet.of(PointOfNoReturnTrigger.NEVER, PointOfNoReturnTrigger.ON_WORK_START)::contains);
    }

    @Test
    void surveysAndInstallsFiber() {
        assertThat(templates(facts("ADD", "FIBER-ACCESS"))).containsExactly("SITE-SURVEY", "FIBER-INSTALL");
        assertThat(templates(facts("ADD", "FIBER-ACCESS").priority(1)))
                .containsExactly("SITE-SURVEY", "FIBER-INSTALL", "QUALITY-CHECK");
        assertThat(templates(facts("ADD", "ONT"))).containsExactly("ONT-INSTALL");
    }

    @Test
    void wantsOneWorkOrderPerAccessPointUpToOneHundred() {
        assertThat(policy.decide(facts("ADD", "ACCESS-POINT").quantity(100).build(), FactsBuilder.DAY))
                .extracting(RowMatch::template, RowMatch::workOrders)
                .containsExactly(
                        tuple("SITE-SURVEY", WorkOrderNumber.ONE), tuple("AP-INSTALL", WorkOrderNumber.ONE_PER_UNIT));
        assertThat(policy.decide(facts("ADD", "ACCESS-POINT").quantity(101).build(), FactsBuilder.DAY))
                .extracting(RowMatch::workOrders)
                .containsExactly(WorkOrderNumber.ONE, WorkOrderNumber.ONE);
    }

    @Test
    void surveysEdgesInTheHighlandsFirst() {
        assertThat(templates(facts("ADD", "SDWAN-EDGE").region("Highlands")))
                .containsExactly("SITE-SURVEY", "EDGE-INSTALL");
        assertThat(templates(facts("ADD", "SDWAN-EDGE").region("Lowlands"))).containsExactly("EDGE-INSTALL");
        assertThat(templates(facts("ADD", "SDWAN-EDGE"))).containsExactly("EDGE-INSTALL");
    }

    @Test
    void raisesThePriorityOfAMobileBackupThatIsDueInTwoDays() {
        assertThat(policy.decide(facts("ADD", "LTE-ROUTER").leadDays(2).build(), FactsBuilder.DAY))
                .extracting(RowMatch::priorityOverride)
                .containsExactly(1, null);
        assertThat(policy.decide(facts("ADD", "LTE-ROUTER").leadDays(3).build(), FactsBuilder.DAY))
                .extracting(RowMatch::priorityOverride)
                .containsExactly((Integer) null);
    }

    @Test
    void changesAndPicksUpEquipment() {
        for (String resource : List.of("ONT", "SDWAN-EDGE", "ACCESS-POINT", "LTE-ROUTER")) {
            assertThat(templates(facts("CHANGE", resource))).containsExactly("CHANGE-ON-SITE");
            assertThat(templates(facts("DISCONNECT", resource))).containsExactly("EQUIPMENT-PICKUP");
        }
    }

    @Test
    void wantsNoWorkForProducts() {
        for (String product : List.of("FIBER-INTERNET", "SD-WAN", "MANAGED-WIFI", "SITE-SURVEY", "VOICE")) {
            for (String action : List.of("ADD", "CHANGE", "DISCONNECT")) {
                assertThat(templates(facts(action, product).priority(1))).isEmpty();
            }
        }
    }

    private List<String> templates(FactsBuilder facts) {
        return policy.decide(facts.build(), FactsBuilder.DAY).stream()
                .map(RowMatch::template)
                .toList();
    }
}
