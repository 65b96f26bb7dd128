package io.orderfield.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldFormTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private final FieldForm form = new FieldForm();

    @Test
    void putsEveryProblemBesideItsField() {
        form.openNew(Map.of());
        form.wrong(
                List.of(
                        new FieldProblem("name", Sentence.of("one")),
                        new FieldProblem("email", Sentence.of("two")),
                        new FieldProblem("name", Sentence.of("three"))),
                Map.of(
                        Sentence.of("one"),
                        "is required",
                        Sentence.of("two"),
                        "is not an e-mail address",
                        Sentence.of("three"),
                        "is too short")::get);
        assertThat(form.getErrors())
                .containsEntry("name", "is required; is too short")
                .containsEntry("email", "is not an e-mail address");
        form.retry();
        assertThat(form.getErrors()).isEmpty();
    }

    @Test
    void savesOverAnotherChangeOnlyAfterTheReaderHasSeenIt() {
        meanwhile();
        assertThat(form.getVersion()).isEqualTo(3);
        assertThat(form.getMeanwhile())
                .isEqualTo(MeanwhileChanged.with("max", AT)
                        .field("The name", "Mine", "Theirs")
                        .shown());

        form.keepMine();
        assertThat(form.getMeanwhile()).isNull();
        assertThat(form.getVersion()).isEqualTo(5);
        assertThat(form.text("name")).isEqualTo("Mine");
    }

    @Test
    void goesOnFromTheOthersValues() {
        meanwhile();
        form.takeTheirs();
        assertThat(form.getMeanwhile()).isNull();
        assertThat(form.getVersion()).isEqualTo(5);
        assertThat(form.text("name")).isEqualTo("Theirs");
        assertThat(form.getRecord()).isEqualTo("ACCT0001001");
    }

    @Test
    void takesWhatWasNotWrittenForNothing() {
        form.openNew(Map.of("name", "  "));
        assertThat(form.text("name")).isEmpty();
        assertThat(form.given("name")).isNull();
        assertThat(form.given("segment")).isNull();
        assertThat(form.isAdding()).isTrue();
    }

    private void meanwhile() {
        form.open("ACCT0001001", Map.of("name", "Before", "segment", "retail"), 3);
        form.getValues().put("name", "Mine");
        form.changedMeanwhile("max", AT, Map.of("name", "Theirs", "segment", "retail"), 5, field -> "The " + field);
    }
}
