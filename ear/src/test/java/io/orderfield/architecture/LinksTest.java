package io.orderfield.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a page links to in this checkout is there: file, folder, heading. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINE = Pattern.compile("L\\d+");

    @Test
    void everyLinkLeadsSomewhere() {
        List<Path> pages = Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md").map(Sources.ROOT::resolve),
                        Sources.files(Sources.ROOT.resolve("docs"), ".md").stream())
                .toList();
        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(pages.stream().flatMap(LinksTest::broken)).isEmpty();
    }

    private static Stream<String> broken(Path page) {
        return LINK.matcher(Sources.read(page))
                .results()
                .filter(link -> !leadsSomewhere(page, link.group(1), link.group(2)))
                .map(link -> Sources.ROOT.relativize(page) + ": " + link.group());
    }

    private static boolean leadsSomewhere(Path page, String file, @Nullable String place) {
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(target)
                && (place == null
                        || LINE.matcher(place).matches()
                        || headings(target).contains(place));
    }

    /** As they are called in a link: small letters, without marks, hyphens for spaces. */
    private static Set<String> headings(Path page) {
        return HEADING.matcher(Sources.read(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(toSet());
    }
}
