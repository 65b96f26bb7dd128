package io.orderfield.web.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderfield.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Claims that only this server can have written: JSON Web Tokens (RFC 7519) with HS256 and no other algorithm, whatever a
 * token says of itself.
 */
@ApplicationScoped
public class SignedTokens {
    private static final String ALGORITHM = "HS256";

    /** Ours have about 400 characters. */
    private static final int LONGEST = 4_000;

    @Inject
    TokenKeys keys;

    /** A token of these claims. */
    String sign(Map<String, Object> claims) {
        TokenKey key = keys.signing();
        String text = part(Map.of("alg", ALGORITHM, "typ", "JWT", "kid", key.id())) + '.' + part(claims);
        return text + '.' + base64(key.sign(text));
    }

    /** The claims of a token that was signed with one of our keys and not changed since; else empty. */
    Optional<JsonNode> claims(String token) {
        String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = json(parts[0]);
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            return header.path("alg").asText().equals(ALGORITHM)
                            && keys.find(header.path("kid").asText())
                                    .filter(key ->
                                            MessageDigest.isEqual(key.sign(parts[0] + '.' + parts[1]), signature))
                                    .isPresent()
                    ? Optional.of(json(parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }

    private static JsonNode json(String part) throws IOException {
        return Json.mapper().readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String part(Map<String, Object> members) {
        try {
            return base64(Json.mapper().writeValueAsString(members).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Claims are plain values", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
