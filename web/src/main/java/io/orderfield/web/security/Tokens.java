package io.orderfield.web.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderfield.om.user.UserView;
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

    private final Clock clock;

    @Inject
    SignedTokens signed;

    public Tokens() {
        this(Clock.systemUTC());
    }

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** A new token for this user. */
    String issue(UserView user) {
        long now = clock.instant().getEpochSecond();
        return signed.sign(Map.of(
                "iss",
                ISSUER,
                "aud",
                AUDIENCE,
                "sub",
                user.username(),
                "upn",
                user.username(),
                "groups",
                List.copyOf(user.roles()),
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS));
    }

    /** The user name in a token that is ours, unchanged and not expired; else empty. */
    Optional<String> user(String token) {
        return signed.claims(token).filter(this::isGood).map(claims -> claims.path("sub")
                .asText());
    }

    private boolean isGood(JsonNode claims) {
        long now = clock.instant().getEpochSecond();
        return claims.path("iss").asText().equals(ISSUER)
                && claims.path("aud").asText().equals(AUDIENCE)
                && claims.path("exp").asLong() + SKEW_SECONDS > now
                && claims.path("iat").asLong() - SKEW_SECONDS <= now;
    }
}
