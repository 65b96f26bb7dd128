package io.orderfield.web.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderfield.om.user.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bearer tokens: who somebody is, for a quarter of an hour. */
@ApplicationScoped
public class Tokens {
    /** How long a token is good, in seconds. */
    static final int LIFE_SECONDS = 900;

    /** Nodes whose clocks differ by so many seconds take each other's tokens. */
    private static final int SKEW_SECONDS = 30;

    private static final String ISSUER = "https://orderfield.io";
    private static final String AUDIENCE = "orderfield-api";
    private static final String REVISION = "rev";

    @Inject
    Clock clock;

    @Inject
    SignedTokens signed;

    /**
     * What a token says.
     *
     * @param revision of the user when the token was made: another one ends it
     */
    record Claims(String username, long revision) {}

    /** A new token for this user. */
    String issue(Standing standing) {
        long now = clock.instant().getEpochSecond();
        return signed.sign(Map.of(
                "iss",
                ISSUER,
                "aud",
                AUDIENCE,
                "sub",
                standing.user().username(),
                "upn",
                standing.user().username(),
                "groups",
                List.copyOf(standing.user().roles()),
                REVISION,
                standing.revision(),
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS));
    }

    /** What a token says that is ours, unchanged and not expired; else empty. */
    Optional<Claims> read(String token) {
        return signed.claims(token)
                .filter(this::isGood)
                .map(claims -> new Claims(
                        claims.path("sub").asText(), claims.path(REVISION).asLong()));
    }

    private boolean isGood(JsonNode claims) {
        long now = clock.instant().getEpochSecond();
        return claims.path("iss").asText().equals(ISSUER)
                && claims.path("aud").asText().equals(AUDIENCE)
                && claims.path(REVISION).isIntegralNumber()
                && claims.path("exp").asLong() + SKEW_SECONDS > now
                && claims.path("iat").asLong() - SKEW_SECONDS <= now;
    }
}
