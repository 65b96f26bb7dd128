package io.orderfield.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.om.user.Standing;
import io.orderfield.om.user.UserView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
    private static final Tokens.Claims ANNA = new Tokens.Claims("anna", 3);
    private static final String FIRST = key('a');
    private static final String SECOND = key('b');

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("keys/tokens");
    }

    @Test
    void knowsTheUserOfItsTokensForAQuarterOfAnHour() {
        TokenKeys keys = keys();
        String token = tokens(keys, NOW).issue(anna());
        assertThat(tokens(keys, NOW).read(token)).contains(ANNA);
        assertThat(tokens(keys, NOW.plusSeconds(Tokens.LIFE_SECONDS + 29)).read(token))
                .contains(ANNA);
        assertThat(tokens(keys, NOW.plusSeconds(Tokens.LIFE_SECONDS + 30)).read(token))
                .isEmpty();
        assertThat(tokens(keys, NOW.minus(Duration.ofMinutes(1))).read(token)).isEmpty();
    }

    @Test
    void refusesWhatItDidNotSign() {
        TokenKeys keys = keys();
        Tokens tokens = tokens(keys, NOW);
        String[] good = tokens.issue(anna()).split("\\.");
        String other =
                new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8).replace("anna", "root");
        String header = new String(Base64.getUrlDecoder().decode(good[0]), StandardCharsets.UTF_8);
        for (String bad : new String[] {
            good[0] + "." + base64(other) + "." + good[2],
            base64(header.replace("HS256", "none")) + "." + good[1] + ".",
            base64(header.replace("HS256", "HS512")) + "." + good[1] + "." + good[2],
            good[0] + "." + good[1],
            good[0] + "." + good[1] + ".",
            "a.b.c",
            "",
            "..",
            "x".repeat(100_000)
        }) {
            assertThat(tokens.read(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void drawsAKeyThatNobodyElseMayReadAndKeepsIt() throws IOException {
        String token = tokens(keys(), NOW).issue(anna());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(tokens(keys(), NOW).read(token)).contains(ANNA);
    }

    @Test
    void takesANewKeyWhileItRunsAndTheOldOnesTokensAsLongAsItStands() throws IOException {
        write(FIRST);
        TokenKeys keys = keys();
        Tokens tokens = tokens(keys, NOW);
        String before = tokens.issue(anna());

        write(SECOND + "\n" + FIRST);
        String after = tokens.issue(anna());
        assertThat(tokens.read(before)).contains(ANNA);
        assertThat(tokens.read(after)).contains(ANNA);

        write("# only this one\n" + SECOND);
        assertThat(tokens.read(before)).isEmpty();
        assertThat(tokens.read(after)).contains(ANNA);
    }

    @Test
    void keepsItsKeysWhenTheFileBecomesUnreadable() throws IOException {
        write(FIRST);
        TokenKeys keys = keys();
        Tokens tokens = tokens(keys, NOW);
        String token = tokens.issue(anna());
        write("no key");
        assertThat(tokens.read(token)).contains(ANNA);
        Files.delete(file);
        assertThat(tokens.read(token)).contains(ANNA);
        write(SECOND + "\n");
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void takesKeysOfTheEnvironmentBeforeTheFile() {
        TokenKeys given = new TokenKeys(Optional.of(SECOND + "," + FIRST), file.toString());
        TokenKeys other = new TokenKeys(Optional.of(FIRST), file.toString());
        assertThat(tokens(given, NOW).read(tokens(other, NOW).issue(anna()))).contains(ANNA);
        assertThat(tokens(other, NOW).read(tokens(given, NOW).issue(anna()))).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void wantsKeysThatAreLongEnough() {
        assertThatThrownBy(() -> TokenKey.of("c2hvcnQ=")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenKey.of("\n# none\n")).isInstanceOf(IllegalArgumentException.class);
        assertThat(TokenKey.of(FIRST).get(0).toString()).doesNotContain(FIRST);
    }

    private TokenKeys keys() {
        return new TokenKeys(Optional.empty(), file.toString());
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Tokens tokens(TokenKeys keys, Instant now) {
        Tokens tokens = new Tokens();
        tokens.clock = Clock.fixed(now, ZoneOffset.UTC);
        tokens.signed = new SignedTokens();
        tokens.signed.keys = keys;
        return tokens;
    }

    private static String key(char letter) {
        return base64(String.valueOf(letter).repeat(TokenKey.BYTES)) + "=";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Standing anna() {
        return new Standing(new UserView("anna", "Anna", Set.of("order-agent"), null, true), 3);
    }
}
