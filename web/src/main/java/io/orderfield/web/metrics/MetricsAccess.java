package io.orderfield.web.metrics;

import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token of {@code METRICS_TOKEN}: it opens the metrics and nothing else. */
@Shared
public class MetricsAccess {
    /** Who has the token; also the only role of that caller. */
    public static final String READER = "metrics";

    private static final int SHORTEST = 16;

    private final Optional<String> expected;

    /** @param token one with less than 16 characters opens nothing */
    @Inject
    public MetricsAccess(@ConfigProperty(name = "METRICS_TOKEN") Optional<String> token) {
        expected = token.filter(text -> text.length() >= SHORTEST);
    }

    /** Whether this token is good for this request. */
    public boolean opens(HttpServletRequest request, String token) {
        return request.getServletPath().equals(MetricsServlet.PATH)
                && expected.filter(text -> MessageDigest.isEqual(bytes(text), bytes(token)))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
