package io.orderfield.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ties an answer, the log and the messages that a call caused together: the trace id of the caller's W3C
 * {@code traceparent}, or a new one.
 */
public final class CorrelationId {
    /** The header that answers carry. */
    public static final String HEADER = "X-Correlation-Id";

    private static final String ATTRIBUTE = CorrelationId.class.getName();
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private CorrelationId() {}

    /** The id of this request; 32 hexadecimal digits. */
    public static String of(HttpServletRequest request) {
        return traceparentOf(request).substring(3, 35);
    }

    /** The W3C trace context of this request: the caller's where it is well formed, else a new one. */
    public static String traceparentOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String given = request.getHeader("traceparent");
        String traceparent = given != null && TRACEPARENT.matcher(given).matches() ? given : fresh();
        request.setAttribute(ATTRIBUTE, traceparent);
        return traceparent;
    }

    private static String fresh() {
        String digits = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        return "00-" + digits.substring(0, 32) + "-" + digits.substring(32, 48) + "-00";
    }
}
