package io.orderfield.web.limit;

import jakarta.servlet.http.HttpServletResponse;

/**
 * What is left of a limit after this request.
 *
 * @param policy name of the limit
 * @param allowed whether there was any left for it
 * @param resetSeconds until everything is there again
 * @param retrySeconds until the next request is served; 0 when this one is
 */
public record Verdict(String policy, boolean allowed, Rate rate, long remaining, long resetSeconds, int retrySeconds) {

    /** Tells the caller, by draft-ietf-httpapi-ratelimit-headers-10. */
    public void tell(HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", name() + ";q=" + rate.burst() + ";w=" + rate.window());
        response.setHeader("RateLimit", name() + ";r=" + remaining + ";t=" + resetSeconds);
    }

    private String name() {
        return '"' + policy + '"';
    }
}
