package io.orderfield.om.demo;

import io.orderfield.om.user.UserView;
import java.util.Map;

/** The block on the console that tells where the demonstration is and who may sign in. */
final class DemoNotice {
    private static final String LINE = "=".repeat(78);

    private DemoNotice() {}

    static void print(int httpsPort, Map<String, String> passwords, boolean commonPassword) {
        System.out.println(text(httpsPort, passwords, commonPassword));
    }

    /**
     * @param passwords random passwords that were given just now, by user name; they are shown this once
     * @param commonPassword whether DEMO_PASSWORD is set: it is never shown
     */
    static String text(int httpsPort, Map<String, String> passwords, boolean commonPassword) {
        StringBuilder text = new StringBuilder("\n").append(LINE).append('\n');
        text.append("  Orderfield demonstration: https://localhost:")
                .append(httpsPort)
                .append('\n');
        text.append("  Users (")
                .append(
                        commonPassword
                                ? "password: the value of DEMO_PASSWORD at the first start"
                                : passwords.isEmpty()
                                        ? "passwords: as printed at the first start"
                                        : "passwords are printed this once")
                .append("):\n");
        for (UserView user : DemoUsers.all("-")) {
            String password = passwords.getOrDefault(user.username(), "");
            text.append("    %-14s %-16s %-15s %s%n"
                    .formatted(
                            user.username(), password, user.roles().iterator().next(), user.displayName()));
        }
        return text.append(LINE).toString();
    }
}
