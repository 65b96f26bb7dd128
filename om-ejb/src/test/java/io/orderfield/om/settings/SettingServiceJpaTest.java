package io.orderfield.om.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Variables;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.MovableClock;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.testing.Users;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@WithDatabase(schemas = "om", unit = "om")
class SettingServiceJpaTest {
    private static final String INFLIGHT = "INFLIGHT_APPROVAL";
    private static final String FOLLOW_UP = "FOLLOW_UP_APPROVAL";

    private final Map<String, String> variables = new HashMap<>();
    private final FiredEvents events = new FiredEvents();
    private final MovableClock clock = new MovableClock();

    @DatabaseTest
    void whatNobodySetIsTheDefaultAndAVariableIsOne(TestDatabase database) {
        database.clear();
        variables.put(FOLLOW_UP, " manager ");

        assertThat(in(database, SettingService::list))
                .extracting(SettingView::name, SettingView::value, SettingView::defaultValue, SettingView::source)
                .containsExactly(
                        tuple(INFLIGHT, "none", "none", "default"), tuple(FOLLOW_UP, "manager", "manager", "variable"));
        assertThat(approval(database, Setting.INFLIGHT_APPROVAL)).isEqualTo(Approval.NONE);
        assertThat(approval(database, Setting.FOLLOW_UP_APPROVAL)).isEqualTo(Approval.MANAGER);
        assertThat(find(database, INFLIGHT).allowed()).containsExactly("none", "manager");
        assertThat(find(database, INFLIGHT).changedBy()).isNull();
    }

    @DatabaseTest
    void anOverrideHoldsFromTheNextTransactionOnUntilItIsReset(TestDatabase database) {
        database.clear();
        variables.put(INFLIGHT, "none");

        SettingView overridden = in(database, s -> s.override(INFLIGHT, "manager", null));
        assertThat(overridden.source()).isEqualTo("override");
        assertThat(overridden.changedBy()).isEqualTo("admin");
        assertThat(overridden.changedAt()).isEqualTo(clock.instant());
        assertThat(overridden.defaultValue()).isEqualTo("none");
        assertThat(find(database, INFLIGHT)).isEqualTo(overridden);
        assertThat(approval(database, Setting.INFLIGHT_APPROVAL)).isEqualTo(Approval.MANAGER);
        assertThat(approval(database, Setting.FOLLOW_UP_APPROVAL)).isEqualTo(Approval.NONE);

        SettingView reset = in(database, s -> s.reset(INFLIGHT, null));
        assertThat(reset.value()).isEqualTo("none");
        assertThat(reset.source()).isEqualTo("variable");
        assertThat(reset.revision()).as("no revision comes twice").isGreaterThan(overridden.revision());
        assertThat(approval(database, Setting.INFLIGHT_APPROVAL)).isEqualTo(Approval.NONE);
    }

    @DatabaseTest
    void eachChangeIsToldToTheLogWithWhoAndWhatAndNothingElseIs(TestDatabase database) {
        database.clear();
        in(database, s -> s.reset(INFLIGHT, null));
        in(database, s -> s.override(INFLIGHT, "manager", null));
        in(database, s -> s.override(INFLIGHT, " manager", null));
        in(database, s -> s.reset(INFLIGHT, null));
        in(database, s -> s.reset(INFLIGHT, null));
        in(database, s -> s.override(INFLIGHT, "none", null));

        assertThat(events.of(SettingChanged.class))
                .extracting(SettingChanged::sentence)
                .containsExactly(
                        "Setting INFLIGHT_APPROVAL changed by admin: none → manager",
                        "Setting INFLIGHT_APPROVAL reset by admin: manager → none",
                        "Setting INFLIGHT_APPROVAL changed by admin: none → none");
    }

    @DatabaseTest
    void whatAVariableFixesNobodyOverrides(TestDatabase database) {
        database.clear();
        in(database, s -> s.override(INFLIGHT, "none", null));
        variables.put("INFLIGHT_APPROVAL_FIXED", "manager");
        variables.put(INFLIGHT, "none");

        SettingView fixed = find(database, INFLIGHT);
        assertThat(fixed.fixed()).isTrue();
        assertThat(fixed.value()).isEqualTo("manager");
        assertThat(fixed.source()).isEqualTo("variable");
        assertThat(approval(database, Setting.INFLIGHT_APPROVAL)).isEqualTo(Approval.MANAGER);
        assertThat(refusal(database, s -> s.override(INFLIGHT, "none", null)).code())
                .isEqualTo("setting-fixed");
        assertThat(find(database, FOLLOW_UP).fixed()).isFalse();
    }

    @DatabaseTest
    void refusesWhatIsUnknownNotAllowedOrStale(TestDatabase database) {
        database.clear();
        assertThat(refusal(database, s -> s.find("PATH")).code()).isEqualTo("not-found");
        assertThat(refusal(database, s -> s.override("PATH", "none", null)).code())
                .isEqualTo("not-found");
        assertThat(refusal(database, s -> s.reset("PATH", null)).code()).isEqualTo("not-found");
        Refusal wrong = refusal(database, s -> s.override(INFLIGHT, "agent", null));
        assertThat(wrong.code()).isEqualTo("invalid-request");
        assertThat(wrong.errors()).extracting(Refusal.FieldProblem::field).containsExactly("value");

        long seen = in(database, s -> s.override(INFLIGHT, "manager", 0L)).revision();
        assertThat(refusal(database, s -> s.override(INFLIGHT, "none", 0L)).code())
                .isEqualTo("stale");
        assertThat(refusal(database, s -> s.reset(INFLIGHT, seen + 1)).code()).isEqualTo("stale");
        assertThat(in(database, s -> s.reset(INFLIGHT, seen)).value()).isEqualTo("none");
    }

    @Test
    void aVariableMustSayWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SettingVariables(Variables.of(Map.of("INFLIGHT_APPROVAL_FIXED", "agent"))))
                .withMessage("INFLIGHT_APPROVAL_FIXED is none or manager, not \"agent\".");
        variables.put(FOLLOW_UP, "boss");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SettingVariables(Variables.of(variables)))
                .withMessage("FOLLOW_UP_APPROVAL is none or manager, not \"boss\".");
    }

    private SettingView find(TestDatabase database, String name) {
        return in(database, s -> s.find(name));
    }

    private Approval approval(TestDatabase database, Setting setting) {
        return database.inTransaction(
                em -> SettingFixture.settings(em, variables).approval(setting));
    }

    private <T> T in(TestDatabase database, Function<SettingService, T> work) {
        return database.inTransaction(em -> work.apply(service(em)));
    }

    private Refusal refusal(TestDatabase database, Function<SettingService, SettingView> work) {
        return catchThrowableOfType(Refusal.class, () -> in(database, work));
    }

    private SettingService service(EntityManager em) {
        return Injected.into(
                new SettingService(),
                em,
                SettingFixture.settings(em, variables),
                Users.ADMINISTRATOR,
                events.event(),
                clock);
    }
}
