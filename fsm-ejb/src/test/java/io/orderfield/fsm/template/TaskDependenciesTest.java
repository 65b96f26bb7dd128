package io.orderfield.fsm.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskDependenciesTest {
    /** Tasks are separated by bars, what each waits for by blanks. */
    @ParameterizedTest
    @CsvSource({
        "'-',                   ''",
        "'-|1',                 ''",
        "'-|1|2',               ''",
        "'-|1|1|2 3',           ''",
        "'2|3|-',               ''",
        "'-|-|-',               ''",
        "'1',                   '1 1'",
        "'2|1',                 '1 2 1'",
        "'-|3|4|2',             '2 3 4 2'",
        "'-|1 4|2|3',           '2 4 3 2'",
        "'2|-|3',               '3 3'",
        "'7|1',                 ''",
    })
    void findsTasksThatWaitForEachOther(String tasks, String cycle) {
        List<Set<Integer>> dependsOn = Arrays.stream(tasks.split("\\|"))
                .map(TaskDependenciesTest::numbers)
                .toList();

        assertThat(TaskDependencies.cycle(dependsOn).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(cycle);
    }

    @Test
    void findsNoneAmongManyTasksThatAllWaitForAllBefore() {
        List<Set<Integer>> dependsOn = new java.util.ArrayList<>();
        for (int task = 1; task <= 50; task++) {
            Set<Integer> before = new java.util.TreeSet<>();
            for (int other = 1; other < task; other++) {
                before.add(other);
            }
            dependsOn.add(before);
        }

        assertThat(TaskDependencies.cycle(dependsOn)).isEmpty();
    }

    @Test
    void readsWhatItHasWritten() {
        assertThat(TaskDependencies.write(Set.of(12, 3))).isEqualTo("3,12");
        assertThat(TaskDependencies.read("3,12")).containsExactlyInAnyOrder(3, 12);
        assertThat(TaskDependencies.read(TaskDependencies.write(Set.of()))).isEmpty();
    }

    private static Set<Integer> numbers(String text) {
        return text.equals("-")
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
