package io.orderfield.om.user;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Passwords as PBKDF2-HMAC-SHA512 with a salt each, kept as {@code pbkdf2-sha512:iterations:salt:hash}. */
final class PasswordHash {
    private static final String SCHEME = "pbkdf2-sha512";
    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** No password matches it; verified against for unknown users, so that they cost the same work. */
    static final String NONE =
            SCHEME + ":" + ITERATIONS + ":" + encode(new byte[SALT_BYTES]) + ":" + encode(new byte[HASH_BITS / 8]);

    private PasswordHash() {}

    static String of(char[] password) {
        return of(password, ITERATIONS);
    }

    /** The hash with as much work as one wants; an older one may have had less. */
    static String of(char[] password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return SCHEME + ":" + iterations + ":" + encode(salt) + ":" + encode(hash(password, salt, iterations));
    }

    /** Whether the password is the one of this hash; false, after the same work, without a hash. */
    static boolean verify(@Nullable String stored, char[] password) {
        String[] parts = (stored == null ? NONE : stored).split(":");
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("a stored password hash is not of the scheme " + SCHEME);
        }
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        byte[] actual = hash(password, Base64.getDecoder().decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(expected, actual) && !NONE.equals(stored) && stored != null;
    }

    private static byte[] hash(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2-HMAC-SHA512", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
