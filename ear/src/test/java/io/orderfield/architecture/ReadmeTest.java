package io.orderfield.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README claims what the chaos report says, and no more. */
class ReadmeTest {
    private static final Pattern CLAIM = Pattern.compile("\\[Killed (\\d+) times under load: nothing lost, doubled or"
            + " out of order]\\(docs/chaos-report\\.md\\)");
    private static final Pattern KILLS = Pattern.compile("(?m)^- Processes killed by kill -9: (\\d+)$");

    @Test
    void claimsWhatTheChaosReportSays() {
        String report = Sources.read(Sources.ROOT.resolve("docs/chaos-report.md"));
        assertThat(report).contains("**Result: 0 lost, 0 doubled, 0 out of order**");
        assertThat(number(CLAIM, Sources.read(Sources.ROOT.resolve("README.md"))))
                .isEqualTo(number(KILLS, report));
    }

    private static String number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as("%s", pattern).isTrue();
        return found.group(1);
    }
}
