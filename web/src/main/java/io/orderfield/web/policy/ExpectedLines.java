package io.orderfield.web.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.policy.testcase.ExpectedWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Expected work orders as one writes them: one a line, {@code LTE-INSTALL, 2, 1} for two of priority 1. One work order is
 * meant without a number, the item's own priority without one; {@code -} is no work order at all.
 */
final class ExpectedLines {
    private static final String NONE = "-";
    private static final Pattern WORK =
            Pattern.compile("\\s*([^,]*[^,\\s])\\s*(?:,\\s*(\\d{0,9})\\s*(?:,\\s*(\\d{0,9})\\s*)?)?");

    private ExpectedLines() {}

    /**
     * @return null where nothing is written
     * @throws Refusal invalid-request
     */
    static @Nullable List<@Nullable ExpectedWork> read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        List<@Nullable ExpectedWork> expected = new ArrayList<>();
        if (!text.strip().equals(NONE)) {
            text.lines()
                    .filter(line -> !line.isBlank())
                    .map(ExpectedLines::work)
                    .forEach(expected::add);
        }
        return expected;
    }

    private static ExpectedWork work(String line) {
        Matcher work = WORK.matcher(line);
        if (!work.matches()) {
            throw Refusal.invalid("expected", Sentence.of("field.expectedWork"));
        }
        return new ExpectedWork(
                work.group(1), Objects.requireNonNullElse(number(work.group(2)), 1), number(work.group(3)));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? null : Integer.valueOf(digits);
    }

    /** As {@link #read} reads it again. */
    static String write(List<ExpectedWork> expected) {
        return expected.isEmpty()
                ? NONE
                : expected.stream().map(ExpectedLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(ExpectedWork work) {
        String line = work.template() + ", " + work.number();
        return work.priority() == null ? line : line + ", " + work.priority();
    }
}
