package io.orderfield.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that signs tokens (HS256: the server alone checks them, so nobody else needs a key).
 *
 * @param id names the key in a token without telling it
 */
record TokenKey(String id, SecretKeySpec secret) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_LENGTH = 8;

    /** As many as the hash has, as RFC 7518 demands. */
    static final int BYTES = 32;

    /**
     * The keys of a text: one in each line, or between commas; empty lines and those that begin with # don't count.
     *
     * @throws IllegalArgumentException when there is none, or one is no Base64 of 32 bytes or more
     */
    static List<TokenKey> of(String text) {
        List<TokenKey> keys = Arrays.stream(text.split("[\\r\\n,]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(TokenKey::one)
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is no key");
        }
        return keys;
    }

    private static TokenKey one(String line) {
        byte[] secret = Base64.getDecoder().decode(line);
        if (secret.length < BYTES) {
            throw new IllegalArgumentException("A key has at least " + BYTES + " bytes");
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret);
            return new TokenKey(HexFormat.of().formatHex(hash, 0, ID_LENGTH), new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TokenKey[" + id + "]";
    }
}
