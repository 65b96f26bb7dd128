package io.orderfield.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.om.policy.DraftTrial;
import io.orderfield.om.policy.testcase.ExpectedWork;
import io.orderfield.web.ui.FieldForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about a domain order, and about the work orders that are expected of it. */
class TestCaseFormsTest {

    @Test
    void theNumberOfADomainOrderStandsForItsFacts() {
        assertThat(TrialFields.read(form(Map.of("domainOrder", " SO0001002 ", "region", "Norte"))))
                .isEqualTo(DraftTrial.of("SO0001002", null));
        assertThat(TrialFields.read(form(Map.of("domainOrder", "SO0001002", "date", "2026-07-01"))))
                .isEqualTo(DraftTrial.of("SO0001002", LocalDate.of(2026, 7, 1)));
    }

    @Test
    void factsAreReadAsTheirKindsWant() {
        DraftTrial trial = TrialFields.read(form(Map.of(
                "specification",
                "VOICE-SERVICE",
                "action",
                "ADD",
                "quantity",
                "24",
                "requestedDate",
                "2026-07-01",
                "characteristics",
                "extensions = 24\r\n\nnumberPorting=true")));
        assertThat(trial.specification()).isEqualTo("VOICE-SERVICE");
        assertThat(trial.quantity()).isEqualTo(24);
        assertThat(trial.priority()).isNull();
        assertThat(trial.requestedDate()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(trial.characteristics()).isEqualTo(Map.of("extensions", "24", "numberPorting", "true"));
    }

    @Test
    void everyFieldThatCannotBeReadIsNamedAtOnce() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> TrialFields.read(form(Map.of(
                        "quantity", "many", "leadDays", "1.5", "date", "31.1.2026", "characteristics", "extensions"))));
        assertThat(refusal.errors())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("quantity", "leadDays", "date", "characteristics");
    }

    @Test
    void expectedWorkIsReadLineByLineAndWrittenAsItIsReadAgain() {
        List<ExpectedWork> expected = List.of(
                new ExpectedWork("SITE-SURVEY", 1, null),
                new ExpectedWork("AP-INSTALL", 6, null),
                new ExpectedWork("LTE-INSTALL", 2, 1));
        assertThat(ExpectedLines.read(" SITE-SURVEY\n\nAP-INSTALL , 6\r\nLTE-INSTALL,2,1\n"))
                .isEqualTo(expected);
        assertThat(ExpectedLines.read(ExpectedLines.write(expected))).isEqualTo(expected);
        assertThat(ExpectedLines.read("LTE-INSTALL,,1")).containsExactly(new ExpectedWork("LTE-INSTALL", 1, 1));
    }

    @Test
    void nothingWrittenIsNotTheSameAsNoWorkOrder() {
        assertThat(ExpectedLines.read(" \n")).isNull();
        assertThat(ExpectedLines.read(null)).isNull();
        assertThat(ExpectedLines.read(" - ")).isEmpty();
        assertThat(ExpectedLines.read(ExpectedLines.write(List.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",2", "SITE-SURVEY,two", "SITE-SURVEY,1,2,3", "SITE-SURVEY,1,high"})
    void whatIsNoExpectedWorkIsRefused(String line) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ExpectedLines.read("AP-INSTALL\n" + line));
        assertThat(refusal.errors()).extracting(FieldProblem::field).containsExactly("expected");
    }

    private static FieldForm form(Map<String, String> values) {
        FieldForm form = new FieldForm();
        form.openNew(values);
        return form;
    }
}
