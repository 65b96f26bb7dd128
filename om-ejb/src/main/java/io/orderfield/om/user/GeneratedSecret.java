package io.orderfield.om.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

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
        try {
            byte[] bytes = new String(secret).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
