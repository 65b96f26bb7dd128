package io.orderfield.web.security;

import com.ibm.websphere.security.jwt.InvalidBuilderException;
import com.ibm.websphere.security.jwt.InvalidClaimException;
import com.ibm.websphere.security.jwt.InvalidConsumerException;
import com.ibm.websphere.security.jwt.InvalidTokenException;
import com.ibm.websphere.security.jwt.JwtBuilder;
import com.ibm.websphere.security.jwt.JwtConsumer;
import com.ibm.websphere.security.jwt.JwtException;
import io.orderfield.om.user.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Bearer tokens: JWTs that the server signs (RS256) and checks by the {@code jwtBuilder} and {@code jwtConsumer} named
 * {@code orderfield} of its configuration, which also say issuer, audience and life.
 */
@ApplicationScoped
public class Tokens {
    private static final String CONFIGURATION = "orderfield";

    /** How long a token is good, in seconds; the same as {@code expiresInSeconds} of the server's configuration. */
    static final int LIFE_SECONDS = 900;

    private static final String REVISION = "rev";

    /**
     * What a token says.
     *
     * @param revision of the user when the token was made: another one ends it
     */
    record Claims(String username, long revision) {}

    /** A new token for this user. */
    String issue(Standing standing) {
        try {
            return JwtBuilder.create(CONFIGURATION)
                    .subject(standing.user().username())
                    .claim("upn", standing.user().username())
                    .claim("groups", List.copyOf(standing.user().roles()))
                    .claim(REVISION, standing.revision())
                    .buildJwt()
                    .compact();
        } catch (InvalidBuilderException | InvalidClaimException | JwtException e) {
            throw new IllegalStateException("The server's jwtBuilder is not configured", e);
        }
    }

    /** What a token says that is ours, unchanged and not expired; else empty. */
    Optional<Claims> read(String token) {
        try {
            com.ibm.websphere.security.jwt.Claims claims =
                    JwtConsumer.create(CONFIGURATION).createJwt(token).getClaims();
            return claims.get(REVISION) instanceof Number revision && claims.getSubject() != null
                    ? Optional.of(new Claims(claims.getSubject(), revision.longValue()))
                    : Optional.empty();
        } catch (InvalidTokenException e) {
            return Optional.empty();
        } catch (InvalidConsumerException e) {
            throw new IllegalStateException("The server's jwtConsumer is not configured", e);
        }
    }
}
