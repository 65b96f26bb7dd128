package io.orderfield.om.user;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What was found right within the last minute, so that a client that sends its password with every call doesn't pay for it
 * each time. Kept as a keyed hash, whose key this process draws and nobody else knows; any change of the user makes it
 * another one.
 */
final class ProvenCredentials {
    static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 10_000;
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Clock clock;
    private final SecretKeySpec key;

    private final Map<String, Instant> ends = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    ProvenCredentials(Clock clock) {
        this.clock = clock;
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, MAC);
    }

    /** The keyed hash of an attempt; each part with its length, so that no two attempts run into the same. */
    String digest(String username, char[] password, Origin origin, long revision) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (String part : new String[] {
                username,
                new String(password),
                origin.address(),
                String.valueOf(origin.browser()),
                Long.toString(revision)
            }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }

    synchronized boolean contains(String digest) {
        Instant end = ends.get(digest);
        return end != null && clock.instant().isBefore(end);
    }

    synchronized void add(String digest) {
        ends.remove(digest); // a new one goes to the end of the line
        ends.put(digest, clock.instant().plus(KEPT));
    }
}
