package io.orderfield.om.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** What it takes to sign in as a user; only this package sees it. */
public final class Credentials {
    private final UserView user;
    private final long revision;
    private final String passwordHash;
    private final List<UserSecret> secrets;

    Credentials(UserView user, long revision, String passwordHash, List<UserSecret> secrets) {
        this.user = user;
        this.revision = revision;
        this.passwordHash = passwordHash;
        this.secrets = secrets;
    }

    UserView user() {
        return user;
    }

    /** Rises with every change of the user. */
    long revision() {
        return revision;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** Whether one of the generated secrets is this; costs nothing. */
    Optional<UserSecret> secret(char[] given) {
        if (secrets.isEmpty()) {
            return Optional.empty();
        }
        byte[] hash = GeneratedSecret.hash(given).getBytes(StandardCharsets.US_ASCII);
        return secrets.stream()
                .filter(s -> MessageDigest.isEqual(s.hash().getBytes(StandardCharsets.US_ASCII), hash))
                .findFirst();
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
