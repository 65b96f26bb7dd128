package io.orderfield.web.login;

import org.jspecify.annotations.Nullable;

/** Where to go after signing in. */
final class Destination {
    private static final String HOME = "/index.xhtml";
    private static final int LONGEST = 2_000;

    private Destination() {}

    /** The wanted page, when it is one of our own: an address in a link must not send the reader to another site. */
    static String of(@Nullable String wanted) {
        return wanted != null && isOwnPage(wanted) ? wanted : HOME;
    }

    private static boolean isOwnPage(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                && (path.split("[?#]", 2)[0].endsWith(".xhtml") || path.startsWith("/attachment/"))
                && !path.startsWith("/login.xhtml")
                && !path.startsWith("/password.xhtml")
                && !path.startsWith("/error/")
                && !path.startsWith("/jakarta.faces.");
    }
}
