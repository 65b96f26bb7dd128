package io.orderfield.web.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Holds every address to its share before anything is done for it, be it to find out who is calling. */
@ApplicationScoped
public class AddressLimit {
    /** What pages are made of: many at once, and cheap. */
    static final String RESOURCES = "/jakarta.faces.resource/";

    @Inject
    RateLimits rates;

    @Inject
    TooManyRequests refusal;

    /** Whether to go on; if not, the answer has been written. */
    public boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().startsWith(RESOURCES)) {
            return true;
        }
        Optional<Verdict> verdict = rates.ofAddress(request.getRemoteAddr());
        verdict.ifPresent(v -> v.tell(response));
        if (verdict.isPresent() && !verdict.get().allowed()) {
            refusal.answer(request, response, verdict.get().retrySeconds());
            return false;
        }
        return true;
    }
}
