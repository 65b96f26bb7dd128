package io.orderfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.ListQuery.Sort;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every list refuses in the same way; the statements themselves are tried by the lists on both databases. */
class ListQueryTest {
    private static final Map<String, String> PATHS = Map.of("number", "w.number", "due", "w.due");

    private enum Light {
        RED,
        DARK_GREEN
    }

    @Test
    void sortsInTheUsualOrderOrByWhatIsWanted() {
        assertThat(Sort.of(null, "-due", PATHS, "lights")).isEqualTo(new Sort("w.due", true));
        assertThat(Sort.of(" ", "due", PATHS, "lights").direction()).isEmpty();
        assertThat(Sort.of(" -number ", "due", PATHS, "lights").direction()).isEqualTo(" desc");
    }

    @Test
    void refusesAnOrderThatTheListDoesNotHave() {
        for (String wanted : List.of("--due", "w.due", "due; drop table", "-")) {
            refuses("unknown-sort", () -> Sort.of(wanted, "due", PATHS, "lights"));
        }
    }

    @Test
    void findsStatesByTheirNamesInAnyCase() {
        assertThat(ListQuery.states(Light.class, List.of("red", "dark-green"), "lights"))
                .containsExactly(Light.RED, Light.DARK_GREEN);
        refuses("unknown-state", () -> ListQuery.states(Light.class, List.of("red", "blue"), "lights"));
    }

    @Test
    void refusesPagesThatThereCannotBe() {
        ListQuery.checkPage(0, 1);
        ListQuery.checkPage(1_000, 200);
        refuses("invalid-page", () -> ListQuery.checkPage(-1, 1));
        refuses("invalid-page", () -> ListQuery.checkPage(0, 0));
        refuses("invalid-page", () -> ListQuery.checkPage(0, 201));
    }

    @Test
    void takesTextForItself() {
        assertThat(ListQuery.pattern("50%_\0Off!")).isEqualTo("%50!%!_off!!%");
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
