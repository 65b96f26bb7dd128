package io.orderfield.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.om.user.SigningKey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownBrowsersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final SigningKey key = new SigningKey() {
        @Override
        public String sign(String text) {
            return "signed" + Integer.toHexString(text.hashCode());
        }
    };

    @Test
    void knowsTheBrowserOfAUserAgainForThirtyDays() {
        Cookie cookie = remembered("alma");
        String id = browser("alma", NOW, cookie);
        assertThat(id).isNotNull();
        assertThat(browser("alma", NOW.plus(Duration.ofDays(29)), cookie)).isEqualTo(id);
        assertThat(browser("alma", NOW.plus(Duration.ofDays(30)), cookie)).isNull();
    }

    @Test
    void provesNothingForAnotherUser() {
        Cookie cookie = remembered("alma");
        Cookie renamed = new Cookie(remembered("bert").getName(), cookie.getValue());
        assertThat(browser("bert", NOW, cookie)).isNull();
        assertThat(browser("bert", NOW, renamed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b.c", "a.1.c.d", "x.99999999999.signed", "a..b", ".1."})
    void provesNothingByWhatIsNotSigned(String value) {
        assertThat(browser("alma", NOW, new Cookie(remembered("alma").getName(), value)))
                .isNull();
    }

    @Test
    void provesNothingByAnotherIdUnderTheSameSignature() {
        Cookie cookie = remembered("alma");
        Cookie other = new Cookie(cookie.getName(), "another" + cookie.getValue());
        assertThat(browser("alma", NOW, other)).isNull();
    }

    private Cookie remembered(String user) {
        List<Cookie> added = new ArrayList<>();
        HttpServletResponse response = fake(HttpServletResponse.class, "addCookie", added, null);
        at(NOW).remember(user, request(), response);
        return added.get(0);
    }

    private String browser(String user, Instant now, Cookie cookie) {
        return at(now).origin(user, request(cookie)).browser();
    }

    private KnownBrowsers at(Instant now) {
        return new KnownBrowsers(key, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static HttpServletRequest request(Cookie... cookies) {
        return fake(HttpServletRequest.class, "", new ArrayList<>(), cookies);
    }

    private static <T> T fake(Class<T> type, String adds, List<Cookie> added, Cookie[] cookies) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals(adds)) {
                added.add((Cookie) args[0]);
                return null;
            }
            return switch (method.getName()) {
                case "getCookies" -> cookies;
                case "getRemoteAddr" -> "192.0.2.1";
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }));
    }
}
