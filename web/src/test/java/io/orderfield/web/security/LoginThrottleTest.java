package io.orderfield.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void brakesAfterTheTenthFailureOfAUser() {
        fail("agent", HERE, 9);
        assertThat(throttle.secondsToWait("agent", HERE)).isZero();
        fail("agent", HERE, 1);
        assertThat(throttle.secondsToWait("agent", HERE)).isBetween(1, 301);
    }

    @Test
    void brakesNeitherOtherUsersNorOtherAddresses() {
        fail("agent", HERE, 10);
        assertThat(throttle.secondsToWait("manager", HERE)).isZero();
        assertThat(throttle.secondsToWait("agent", THERE)).isZero();
    }

    @Test
    void brakesAnAddressThatTriesManyUsers() {
        for (int i = 0; i < 100; i++) {
            throttle.failed("user" + i, HERE);
        }
        assertThat(throttle.secondsToWait("somebody", HERE)).isPositive();
        assertThat(throttle.secondsToWait("somebody", THERE)).isZero();
    }

    @Test
    void letsGoFiveMinutesAfterTheFirstFailure() {
        fail("agent", HERE, 10);
        now = now.plus(LoginThrottle.WINDOW).minusSeconds(1);
        assertThat(throttle.secondsToWait("agent", HERE)).isPositive();
        now = now.plusSeconds(1);
        assertThat(throttle.secondsToWait("agent", HERE)).isZero();
    }

    @Test
    void startsAfreshAfterARightPassword() {
        fail("agent", HERE, 9);
        throttle.succeeded("agent", HERE);
        fail("agent", HERE, 9);
        assertThat(throttle.secondsToWait("agent", HERE)).isZero();
    }

    @Test
    void tellsLongNamesApartAndKeepsThemShort() {
        String name = "x".repeat(5_000);
        fail(name + "a", HERE, 10);
        assertThat(throttle.secondsToWait(name + "a", HERE)).isPositive();
        assertThat(throttle.secondsToWait(name + "b", HERE)).isZero();
    }

    @Test
    void keepsAtMostTenThousandCounters() {
        fail("first", THERE, 10);
        for (int i = 0; i < LoginThrottle.MOST_COUNTERS; i++) {
            throttle.failed("user" + i, HERE);
            now = now.plus(Duration.ofMillis(1));
        }
        assertThat(throttle.secondsToWait("first", THERE)).isZero();
    }

    private void fail(String user, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(user, address);
        }
    }
}
