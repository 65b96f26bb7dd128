package io.orderfield.web.security;

import com.ibm.websphere.security.jwt.InvalidBuilderException;
import com.ibm.websphere.security.jwt.InvalidClaimException;
import com.ibm.websphere.security.jwt.InvalidConsumerException;
import com.ibm.websphere.security.jwt.InvalidTokenException;
import com.ibm.websphere.security.jwt.JwtBuilder;
import com.ibm.websphere.security.jwt.JwtConsumer;
import com.ibm.websphere.security.jwt.JwtException;
import io.orderfield.om.user.UserView;
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

    /** A new token for this user. */
    String issue(UserView user) {
        try {
            return JwtBuilder.create(CONFIGURATION)
                    .subject(user.username())
                    .claim("upn", user.username())
                    .claim("groups", List.copyOf(user.roles()))
                    .buildJwt()
                    .compact();
        } catch (InvalidBuilderException | InvalidClaimException | JwtException e) {
            throw new IllegalStateException("The server's jwtBuilder is not configured", e);
        }
    }

    /** The user name in a token that is ours, unchanged and not expired; else empty. */
    Optional<String> user(String token) {
        try {
            return Optional.ofNullable(JwtConsumer.create(CONFIGURATION)
                    .createJwt(token)
                    .getClaims()
                    .getSubject());
        } catch (InvalidTokenException e) {
            return Optional.empty();
        } catch (InvalidConsumerException e) {
            throw new IllegalStateException("The server's jwtConsumer is not configured", e);
        }
    }
}
