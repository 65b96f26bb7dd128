package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/walk.md, word for word, in a shell with curl. */
@ExtendWith(RunningServer.class)
class WalkIT {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void endsWithAClosedDomainOrder(RunningServer running) throws Exception {
        Path script = Path.of(System.getProperty("it.dir"), "walk.sh");
        Files.createDirectories(script.getParent());
        Files.writeString(script, commands());
        Path output = script.resolveSibling("walk.log");
        ProcessBuilder shell = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("HTTPS_PORT", running.server().address().replaceAll(".*:", ""));
        Process walk = shell.start();
        assertThat(walk.waitFor(120, TimeUnit.SECONDS)).isTrue();

        String answers = Files.readString(output);
        assertThat(answers)
                .contains("\"code\":\"forbidden\"")
                .contains("\"code\":\"past-point-of-no-return\"")
                .contains("\"code\":\"open-work-orders\"")
                .contains("\"state\":\"CLOSED_INCOMPLETE\"")
                .contains("+1 555 0100 42")
                .doesNotContain(
                        "\"code\":\"not-found\"", "\"code\":\"malformed-json\"", "\"code\":\"invalid-request\"");
    }

    private static String commands() throws IOException {
        String walk = Files.readString(Path.of(System.getProperty("root.dir"), "docs", "walk.md"));
        StringBuilder commands = new StringBuilder();
        for (Matcher block = BLOCK.matcher(walk); block.find(); ) {
            commands.append(block.group(1));
        }
        assertThat(commands).contains("DEMO_PASSWORD=" + Api.PASSWORD);
        return commands.toString();
    }
}
