package io.orderfield.broker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users of outside applications, written as {@code name=password:role,role;name=password:role}. A password may hold any
 * character but a semicolon; the roles stand behind its last colon. A name has letters, digits, {@code _} and {@code -}
 * only, because addresses are made of it.
 */
final class OutsideUsers {
    /** One user of the broker. */
    record User(String name, String password, List<String> roles) {}

    private OutsideUsers() {}

    /** @throws IllegalArgumentException when an entry has no password or role; the message names the entry, not the password */
    static List<User> parse(@Nullable String text) {
        List<User> users = new ArrayList<>();
        if (text == null || text.isBlank()) {
            return users;
        }
        for (String entry : text.split(";")) {
            if (!entry.isBlank()) {
                users.add(user(entry.strip()));
            }
        }
        return users;
    }

    private static User user(String entry) {
        int equals = entry.indexOf('=');
        int colon = entry.lastIndexOf(':');
        String name = equals < 0 ? entry : entry.substring(0, equals);
        if (!name.matches("[\\w-]+") || colon <= equals + 1 || colon == entry.length() - 1) {
            throw new IllegalArgumentException(
                    "broker user '" + name.replaceAll("[^\\w-].*", "") + "' is not written as name=password:role,role");
        }
        return new User(
                name,
                entry.substring(equals + 1, colon),
                List.of(entry.substring(colon + 1).strip().split("\\s*,\\s*")));
    }
}
