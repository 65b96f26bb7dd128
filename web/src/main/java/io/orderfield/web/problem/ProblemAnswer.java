package io.orderfield.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a problem document where no JAX-RS runtime does: in the authentication mechanism and in servlets. */
public final class ProblemAnswer {
    /** The header of the content security policy. */
    public static final String POLICY = "Content-Security-Policy";

    /** The policy of what is no page: should a browser ever show it, it loads and runs nothing. */
    public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private ProblemAnswer() {}

    /** Writes status, headers and body; nothing may have been written before. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        byte[] body = Reader.json(Reader.language(request), problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(POLICY, NOTHING);
        if (problem.retryAfterSeconds() != null) {
            response.setHeader("Retry-After", problem.retryAfterSeconds().toString());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
