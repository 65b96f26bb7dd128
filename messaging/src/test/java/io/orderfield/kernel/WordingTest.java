package io.orderfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Wording wording = new Wording(WordingTest.class, "sample", "kernel");

    private final Sentence wrong = Sentence.of("wrong-state.sample")
            .with("number", "DO1")
            .with("state", Refusal.Kind.CONFLICT)
            .with("done", "$1 closed");

    @Test
    void fillsThePlacesByName() {
        assertThat(wording.english(wrong)).isEqualTo("DO1 is CONFLICT; it can't be $1 closed.");
        assertThat(wording.english(wrong.with("state", "OPEN"))).isEqualTo("DO1 is open; it can't be $1 closed.");
    }

    @Test
    void speaksAnotherLanguageWithOneFileMore() {
        assertThat(wording.in(Locale.GERMANY, wrong.with("state", "OPEN")))
                .isEqualTo("Für DO1 ist „$1 closed“ nicht möglich: noch offen.");
        assertThat(wording.in(
                        Locale.GERMAN,
                        Sentence.of("only-english")
                                .with("names", List.of("a", "b"))
                                .with("count", 2)))
                .isEqualTo("a, b are 2.");
        assertThat(wording.in(Locale.FRENCH, wrong)).isEqualTo(wording.english(wrong));
    }

    @Test
    void saysWhatSomebodyWroteAndSentencesInSentences() {
        Sentence verbatim = Sentence.verbatim("{number} of mine");
        assertThat(wording.in(Locale.GERMAN, verbatim)).isEqualTo("{number} of mine");
        assertThat(wording.english(Sentence.of("verbatim").with("text", List.of(verbatim, wrong))))
                .isEqualTo("{number} of mine DO1 is CONFLICT; it can't be $1 closed.");
    }

    @Test
    void tellsTheDataWhereThereAreNoWords() {
        Sentence unknown = Sentence.of("no-words").with("number", 7);
        assertThat(wording.english(unknown)).isEqualTo("no-words {number=7}").isEqualTo(unknown.toString());
    }

    @Test
    void aRefusalIsLoggedAsCodeAndArguments() {
        Refusal refusal =
                Refusal.conflict("wrong-state.sample").with("number", "DO1").showing("blockers", List.of());
        assertThat(refusal.code()).isEqualTo("wrong-state");
        assertThat(refusal).hasMessage("wrong-state.sample {number=DO1}");
        assertThat(refusal.data()).containsOnlyKeys("blockers");
        assertThat(wording.english(Refusal.notFound("workOrder", "WO1").sentence()))
                .isEqualTo("There is no work order WO1.");
        assertThat(wording.english(Refusal.notFound("workOrder", "").sentence()))
                .isEqualTo("No work order is named.");
    }
}
