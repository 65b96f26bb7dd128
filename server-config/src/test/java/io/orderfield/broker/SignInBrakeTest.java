package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SignInBrakeTest {
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final SignInBrake brake =
            new SignInBrake(new UserLimits(1, 1, Duration.ZERO, 3, Duration.ofMinutes(10)), new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @Test
    void afterSoManyWrongPasswordsNotEvenARightOneIsLookedAt() {
        guess(3);
        assertThat(brake.letsIn(HERE, "acme", true)).isFalse();
        assertThat(brake.isShut(HERE)).isTrue();
        assertThat(brake.letsIn(ELSEWHERE, "acme", true)).as("another address").isTrue();
    }

    @Test
    void oneFewerIsAMistake() {
        guess(2);
        assertThat(brake.letsIn(HERE, "acme", true)).isTrue();
    }

    @Test
    void theWaitingHasAnEndWhichGuessingOnDoesNotPutOff() {
        guess(3);
        now = now.plusSeconds(599);
        guess(50);
        assertThat(brake.letsIn(HERE, "acme", true)).isFalse();
        now = now.plusSeconds(1);
        assertThat(brake.letsIn(HERE, "acme", true)).isTrue();
    }

    @Test
    void wrongPasswordsAreForgottenAfterTheWindow() {
        guess(2);
        now = now.plus(Duration.ofMinutes(10));
        guess(2);
        assertThat(brake.letsIn(HERE, "acme", true)).isTrue();
    }

    @Test
    void aRightPasswordInBetweenDoesNotHideTheWrongOnes() {
        guess(2);
        assertThat(brake.letsIn(HERE, "acme", true)).isTrue();
        guess(1);
        assertThat(brake.letsIn(HERE, "zeta", true)).isFalse();
    }

    @Test
    void whoHasSignedInFromThereWithinThirtyDaysIsNotLockedOutByOthers() {
        assertThat(brake.letsIn(HERE, "acme", true)).isTrue();
        now = now.plus(Duration.ofDays(29));
        guess(3);
        assertThat(brake.isShut(HERE)).isFalse();
        assertThat(brake.letsIn(HERE, "acme", true)).isTrue();
        assertThat(brake.letsIn(HERE, "acme", false)).isFalse();
        assertThat(brake.letsIn(HERE, "zeta", true)).isFalse();
    }

    @Test
    void afterThirtyDaysItIsUnknownAgain() {
        assertThat(brake.letsIn(HERE, "acme", true)).isTrue();
        now = now.plus(Duration.ofDays(31));
        guess(3);
        assertThat(brake.letsIn(HERE, "acme", true)).isFalse();
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() throws UnknownHostException {
        assertThat(address("2001:db8:1:2::1")).isEqualTo(address("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertThat(address("2001:db8:1:2::1")).isNotEqualTo(address("2001:db8:1:3::1"));
        assertThat(address("192.0.2.1")).isNotEqualTo(address("192.0.2.2"));
    }

    @Test
    void theLogSaysItOnce() {
        StringBuilder said = new StringBuilder();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.append(line.getMessage()).append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(SignInBrake.class.getName());
        log.setLevel(Level.WARNING);
        log.addHandler(handler);
        try {
            guess(400);
        } finally {
            log.removeHandler(handler);
            log.setLevel(null);
        }
        assertThat(said.toString().lines()).singleElement().asString().contains(HERE);
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(brake.letsIn(HERE, "guessed-" + i, false)).isFalse();
        }
    }

    private static String address(String host) throws UnknownHostException {
        return SignInBrake.address(new InetSocketAddress(InetAddress.getByName(host), 1));
    }
}
