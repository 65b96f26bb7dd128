package io.orderfield.web.login;

import org.jspecify.annotations.Nullable;

/** Where to go after signing in. */
final class Destination {
    private static final String HOME = "/index.xhtml";

    private Destination() {}

    /** The wanted page, when it is one of our own: an address in a link must not send the reader to another site. */
    static String of(@Nullable String wanted) {
        return wanted != null && isOwnPage(wanted) ? wanted : HOME;
    }

    private static boolean isOwnPage(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || c <= ' ' || c == 127)
                && !path.startsWith("/login.xhtml")
                && !path.startsWith("/password.xhtml")
                && !path.startsWith("/api");
    }
}
