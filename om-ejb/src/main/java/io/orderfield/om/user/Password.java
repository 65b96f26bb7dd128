package io.orderfield.om.user;

import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.messaging.refusal.Refusal.FieldProblem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A password that somebody chose, on its way to being hashed. It is never shown: not in logs, not in answers. */
public final class Password {
    /** Shorter ones are guessed. */
    public static final int SHORTEST = 8;

    /** Longer ones are no safer, and hashing costs by length. */
    static final int LONGEST = 200;

    private final String characters;

    /** @param characters as they were typed; whether they will do is checked when it is used */
    public Password(@Nullable String characters) {
        this.characters = characters == null ? "" : characters;
    }

    /** The hash to keep. */
    String hash() {
        return PasswordHash.of(characters.toCharArray());
    }

    /** What is wrong with it as the password of this user, null when nothing is. */
    @Nullable
    FieldProblem problem(String username) {
        if (characters.isBlank()) {
            return new FieldProblem("password", "is required");
        }
        if (characters.length() < SHORTEST || characters.length() > LONGEST) {
            return new FieldProblem("password", "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (characters.toLowerCase(Locale.ROOT).equals(username.toLowerCase(Locale.ROOT))) {
            return new FieldProblem("password", "must not be the user name");
        }
        return null;
    }

    /** @throws Refusal INVALID when it won't do */
    Password checked(String username) {
        FieldProblem problem = problem(username);
        if (problem != null) {
            throw Refusal.invalid(List.of(problem));
        }
        return this;
    }

    @Override
    public String toString() {
        return "a password";
    }
}
