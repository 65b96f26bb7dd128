package io.orderfield.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML is text: what somebody wrote into a record is shown as it was written, for no page and no script takes it for markup. */
class MarkupInPagesTest {
    private static final Pattern UNESCAPED = Pattern.compile("(?i)escape\\s*=\\s*[\"'](?!true)"
            + "|\\b(?:innerHTML|outerHTML|srcdoc|insertAdjacentHTML|createContextualFragment|document\\.write)\\b");

    @Test
    void noPageAndNoScriptTakesTextForMarkup() {
        Path web = Sources.ROOT.resolve("web/src/main");
        List<Path> files = Stream.of(".xhtml", ".js", ".java")
                .flatMap(end -> Sources.files(web, end).stream())
                .toList();
        assertThat(files).hasSizeGreaterThan(200).allSatisfy(file -> assertThat(
                        UNESCAPED.matcher(Sources.read(file)).results())
                .as("%s: show it as text", file)
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h:outputText value=\"#{note.text}\" escape=\"false\"/>",
                "<h:outputText value=\"#{note.text}\" escape = '#{page.plain}'/>",
                "row.innerHTML = note.text;",
                "list.insertAdjacentHTML('beforeend', note.text);",
                "document.write(note.text);"
            })
    void noticesOneThatDoes(String guilty) {
        assertThat(UNESCAPED.matcher(guilty).find()).isTrue();
    }
}
