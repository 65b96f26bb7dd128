package io.orderfield.web.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** User name and password of an {@code Authorization: Basic} header (RFC 7617, UTF-8). */
record BasicCredentials(String user, char[] password) {
    private static final String SCHEME = "Basic ";
    private static final int LONGEST = 2_000;

    /** Whether the header is of this scheme, well formed or not. */
    private static boolean meant(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Empty when the header is missing, of another scheme, or malformed. */
    static Optional<BasicCredentials> of(@Nullable String header) {
        if (header == null || !meant(header) || header.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString();
            int colon = text.indexOf(':');
            return colon < 1 || text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(
                            text.substring(0, colon), text.substring(colon + 1).toCharArray()));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
