package io.orderfield.om.user;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A password that somebody chose, on its way to being hashed. It is never shown: not in logs, not in answers. */
public final class Password {
    /** Shorter ones are guessed. */
    static final int SHORTEST = 12;

    /** Longer ones are no safer, and hashing costs by length. */
    static final int LONGEST = 200;

    private final String characters;

    /** @param characters as they were typed; whether they will do is checked when it is used */
    public Password(@Nullable String characters) {
        this.characters = characters == null ? "" : characters;
    }

    /** The hash to keep; where no password was given, one that none matches. */
    String hash() {
        return isMissing() ? PasswordHash.NONE : PasswordHash.of(characters.toCharArray());
    }

    /** Whether these are its characters. */
    boolean is(char[] others) {
        return Arrays.equals(characters.toCharArray(), others);
    }

    /** Whether none was given. */
    boolean isMissing() {
        return characters.isBlank();
    }

    /** What is wrong with it as the password of this user, null when nothing is. */
    @Nullable
    FieldProblem problem(String username, String displayName) {
        Sentence wrong = wrong(username, displayName);
        return wrong == null ? null : new FieldProblem("password", wrong);
    }

    private @Nullable Sentence wrong(String username, String displayName) {
        if (isMissing()) {
            return Sentence.of("field.required");
        }
        if (characters.length() < SHORTEST || characters.length() > LONGEST) {
            return Sentence.of("field.passwordLength").with("least", SHORTEST).with("most", LONGEST);
        }
        return PasswordStrength.weakness(characters, username, displayName);
    }

    /** @throws Refusal INVALID when it won't do as the password of this user */
    Password checked(UserView user) {
        FieldProblem problem = problem(user.username(), user.displayName());
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
