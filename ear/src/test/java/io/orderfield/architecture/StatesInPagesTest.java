package io.orderfield.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.workorder.TaskSubState;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.fsm.workorder.WorkOrderTaskState;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.domainorder.DomainOrderState;
import io.orderfield.om.inflight.InflightChangeState;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No page and no resource decides by the name of a state: what may be done is said by the view ({@code allowedActions}), from
 * the state table and the table of rights. A list may name the states that it filters by, in a {@code Set.of}.
 */
class StatesInPagesTest {
    private static final String STATE = Stream.of(
                    OrderState.values(),
                    DomainOrderState.values(),
                    InflightChangeState.values(),
                    WorkOrderState.values(),
                    WorkOrderTaskState.values(),
                    TaskSubState.values())
            .flatMap(Stream::of)
            .map(Enum::name)
            .distinct()
            .filter(name -> !name.equals(TaskSubState.NONE.name())) // a word of others too
            .collect(joining("|", "(?:", ")"));

    /** A list of states that is given to {@code Set.of} whole; in a page, the badge of a state. */
    private static final Pattern SHOWN =
            Pattern.compile("Set\\.of\\(\\s*\"[A-Z_]+\"(?:,\\s*\"[A-Z_]+\")*\\)|<of:state value=\"[A-Z_]+\"");

    private static final Pattern NAMED = Pattern.compile("[\"']" + STATE + "[\"']");

    /** A filter that a record is held against is a condition after all. */
    private static final Pattern CONTAINED = Pattern.compile("contains\\((?:\\w+\\.)+(?:state|subState)(?:\\(\\))?\\)");

    @Test
    void noPageNorResourceNamesAStateInACondition() {
        Path web = Sources.ROOT.resolve("web/src/main");
        List<Path> files = Stream.of(".java", ".xhtml")
                .flatMap(end -> Sources.files(web, end).stream())
                .toList();
        assertThat(files).hasSizeGreaterThan(200).allSatisfy(file -> assertThat(conditions(Sources.read(file)))
                .as("%s: let the view say it", file)
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (order.state().equals(\"DRAFT\")) {",
                "case \"ON_HOLD\" -> held();",
                "<p:commandButton rendered=\"#{item.state eq 'IN_PROGRESS'}\"/>",
                "return isIn(\"NEW\", \"REJECTED\");",
                "boolean mine = Objects.equals(task.subState(), \"PAUSED\");",
                "if (order.lineItemStates().containsKey(\"CANCELED\")) {",
                "return UNDER_WAY.contains(item.state());",
                "List<String> way = List.of(\"DRAFT\", \"NEW\");",
                "Set<String> mixed = Set.of(\"DRAFT\", other);"
            })
    void findsAGuiltyOne(String line) {
        assertThat(conditions(line)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TABS.put(\"hold\", Set.of(\"ON_HOLD\"));",
                "private static final Set<String> OPEN = Set.of(\n        \"IN_PROGRESS\",\n        \"ON_HOLD\");",
                "rendered=\"#{page.allows('cancel')}\"",
                "<of:state value=\"ON_HOLD\"/>",
                "if (fallout.isOpen()) {"
            })
    void letsAFilterPass(String line) {
        assertThat(conditions(line)).isEmpty();
    }

    private static List<String> conditions(String text) {
        String rest = SHOWN.matcher(text).replaceAll("");
        return Stream.of(NAMED, CONTAINED)
                .flatMap(pattern -> pattern.matcher(rest).results())
                .map(match -> match.group())
                .toList();
    }
}
