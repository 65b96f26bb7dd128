package io.orderfield.om.user;

import io.orderfield.kernel.Fingerprint;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 256 random bits. Nobody guesses it, so a plain hash is kept of it, and checking it costs nothing. */
final class GeneratedSecret {
    /** Tells people, and scanners of what was made public by mistake, what it is. */
    private static final String PREFIX = "ofs_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String characters;

    private GeneratedSecret(String characters) {
        this.characters = characters;
    }

    static GeneratedSecret draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new GeneratedSecret(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret itself, to be shown once. */
    String characters() {
        return characters;
    }

    String hash() {
        return hash(characters.toCharArray());
    }

    static String hash(char[] secret) {
        return Fingerprint.of(new String(secret));
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
