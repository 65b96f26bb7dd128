package io.orderfield.broker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Users of outside applications, written as {@code name=password:role,role;name=password:role}. A password may hold any
 * character but a semicolon; the roles stand behind its last colon. A name has letters, digits, {@code _} and {@code -}
 * only, because addresses are made of it. A user who stands there twice has two passwords, which are both right until the
 * old one is taken out; the roles must be the same.
 */
final class OutsideUsers {
    private static final int MOST_PASSWORDS = 2;
    private static final int SHORTEST_PASSWORD = 16;

    /** One user of the broker. */
    record User(String name, List<String> passwords, List<String> roles) {
        /** Whether somebody may guess a password of it. */
        boolean isWeak() {
            return passwords.stream().anyMatch(password -> password.length() < SHORTEST_PASSWORD);
        }

        private User and(User again) {
            List<String> both =
                    Stream.concat(passwords.stream(), again.passwords.stream()).toList();
            if (both.size() > MOST_PASSWORDS || !new HashSet<>(roles).equals(new HashSet<>(again.roles))) {
                throw new IllegalArgumentException("broker user '" + name
                        + "' may be named twice, with two passwords and the same roles each time");
            }
            return new User(name, both, roles);
        }
    }

    private OutsideUsers() {}

    /** @throws IllegalArgumentException when an entry has no password or role; the message names the entry, not the password */
    static List<User> parse(@Nullable String text) {
        Map<String, User> users = new LinkedHashMap<>();
        for (String entry : text == null ? new String[0] : text.split(";")) {
            if (!entry.isBlank()) {
                User user = user(entry.strip());
                users.merge(user.name, user, User::and);
            }
        }
        return new ArrayList<>(users.values());
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
                List.of(entry.substring(equals + 1, colon)),
                List.of(entry.substring(colon + 1).strip().split("\\s*,\\s*")));
    }
}
