package io.orderfield.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * What the reader's browser told in cookies: theme and time zone. The script of the workspace writes both (the zone from
 * {@code Intl.DateTimeFormat} on the very first page, which is the login), so no page waits for it.
 */
@Named("browser")
@RequestScoped
public class Browser {
    private static final String THEME = "orderfield-theme";
    private static final String ZONE = "orderfield-zone";
    private static final int LONGEST_ZONE = 60;

    @Inject
    HttpServletRequest request;

    /** {@code dark}, {@code light}, or {@code system}: as the operating system has it. */
    public String getTheme() {
        String theme = cookie(THEME);
        return theme.equals("dark") || theme.equals("light") ? theme : "system";
    }

    /** The reader's time zone; UTC while the browser has not told it. */
    public ZoneId getZone() {
        String name = cookie(ZONE).replace("%2F", "/");
        if (name.isEmpty() || name.length() > LONGEST_ZONE) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC; // not a zone that we know: a cookie is only a wish
        }
    }

    private String cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }
}
