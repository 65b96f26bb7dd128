package io.orderfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A sentence comes back from its column as it was, with the sentences that it tells. */
class SentenceTextTest {
    @Test
    void readsWhatItWrites() {
        Sentence inner = Sentence.of("note.inner").with("template", "ONT-INSTALL");
        Sentence whole = Sentence.of("fallout.whole")
                .with("happened", inner)
                .with("count", 3)
                .with("workOrders", List.of("WO1", "WO2"));

        assertThat(SentenceText.read(String.valueOf(SentenceText.write(whole)))).isEqualTo(whole);
    }

    @Test
    void refusesWhatIsNoSentence() {
        assertThatIllegalStateException().isThrownBy(() -> SentenceText.read("{\"text\": \"hello\"}"));
        assertThatIllegalStateException().isThrownBy(() -> SentenceText.read("hello"));
    }

    @Test
    void takesWhatStandsThereAsTextAsItIs() {
        Sentence kept = Sentence.of("note.kept").with("number", "CHG1");

        assertThat(SentenceText.said(SentenceText.write(kept), "CHG1 in English"))
                .isEqualTo(kept);
        assertThat(SentenceText.said(null, "as it was written")).isEqualTo(Sentence.verbatim("as it was written"));
        assertThat(SentenceText.said(null, null)).isNull();
    }

    @Test
    void keepsNothingOfNothing() {
        assertThat(SentenceText.write(null)).isNull();
    }
}
