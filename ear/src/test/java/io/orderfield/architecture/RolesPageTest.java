package io.orderfield.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.partner.FieldUpdateIntake;
import io.orderfield.it.support.RestOperation;
import io.orderfield.messaging.right.Right;
import io.orderfield.messaging.right.RightCheck;
import io.orderfield.messaging.right.Role;
import io.orderfield.om.ordering.PartnerOrderIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/roles.md is the table that the check reads. */
class RolesPageTest {
    private static final Path COMMITTED = Path.of(System.getProperty("root.dir"), "docs", "roles.md");
    private static final Path MADE = Path.of(System.getProperty("root.dir"), "ear", "target", "roles.md");

    @Test
    void thePageShowsTheTable() throws IOException {
        String made = page();
        Files.writeString(MADE, made);

        assertThat(Files.readString(COMMITTED))
                .as("docs/roles.md; what the table says lies in %s: read the difference, then copy it", MADE)
                .isEqualToNormalizingNewlines(made);
    }

    @Test
    void aCallThatReadsOneRecordHidesItAndNoOtherDoes() {
        assertThat(RestOperation.all()).hasSizeGreaterThan(100).allSatisfy(call -> assertThat(call.hidden())
                .as("%s %s", call.method(), call.path())
                .isEqualTo(call.method().equals("GET")
                        && call.path().endsWith("}")
                        && !call.path().endsWith("{side}")));
    }

    private static String page() {
        List<String> lines = new ArrayList<>(List.of(
                "# Who may do what",
                "",
                "Made from the table in the code (`Right`), which every channel is checked against: pages, the API and messages"
                        + " of outside applications. `RolesPageTest` compares it.",
                "",
                "*All*: every record. *Own*: a partner's account with its orders; a technician's tasks with their work orders"
                        + " (open, or closed in the last 30 days) and the own technician record; for a field system those of"
                        + " the technicians that it acts for. A list has no others, and a single other one is not found (404).",
                "",
                "Without the right a list or an action is refused with 403 `forbidden`, before its body is read; a single"
                        + " record (marked ° below) is not found (404 `not-found`), whether it exists or not. Whoever has"
                        + " several roles has the widest of their rights.",
                ""));
        lines.add(
                "| right | " + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(" | ")) + " |");
        lines.add("|---|" + "---|".repeat(Role.values().length));
        for (Right right : Right.values()) {
            lines.add("| " + right.words() + " | "
                    + Arrays.stream(Role.values())
                            .map(role -> cell(right, role))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        lines.addAll(List.of(
                "",
                "The broker's roles are the broker's own: `integrator` subscribes to `om.events` and `fsm.events`, nothing"
                        + " else. An order by message needs *"
                        + neededBy(PartnerOrderIntake.class, "accept") + "*, an update of a task by message *"
                        + neededBy(FieldUpdateIntake.class, "apply") + "*.",
                "",
                "## Calls of the API by right",
                ""));
        for (Right right : Right.values()) {
            String calls = RestOperation.all().stream()
                    .filter(call -> call.right() == right)
                    .map(call -> "`" + call.method() + " " + call.path() + "`" + (call.hidden() ? "°" : ""))
                    .distinct()
                    .collect(Collectors.joining(" · "));
            lines.add("- *" + right.words() + "*: " + calls);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String neededBy(Class<?> intake, String method) {
        return Arrays.stream(intake.getMethods())
                .filter(m -> m.getName().equals(method))
                .map(m -> Objects.requireNonNull(RightCheck.of(m)).value().words())
                .collect(Collectors.joining());
    }

    private static String cell(Right right, Role role) {
        return switch (right.of(role)) {
            case NONE -> "";
            case OWN, ALL -> right.of(role).name().toLowerCase(Locale.ROOT);
        };
    }
}
