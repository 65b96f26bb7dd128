package io.orderfield.web.limit;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Holds every user to the own share, once it is known who that is. Calls of the API also wait for a place at work. */
@WebFilter(
        urlPatterns = {"/api/*", "*.xhtml"},
        asyncSupported = true)
public class LimitFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient RateLimits rates;

    @Inject
    transient CallsAtWork atWork;

    @Inject
    transient TooManyRequests refusal;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String user = request.getRemoteUser();
        String path = request.getServletPath();
        if (user == null || path.startsWith(AddressLimit.RESOURCES)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Verdict> verdict = rates.ofUser(user);
        verdict.ifPresent(v -> v.tell(response));
        if (verdict.isPresent() && !verdict.get().allowed()) {
            refusal.answer(request, response, verdict.get().retrySeconds());
        } else if (path.startsWith("/api")) {
            work(user, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void work(String user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!entered(user)) {
            refusal.answer(request, response, (int) CallsAtWork.PATIENCE.toSeconds());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            atWork.leave(user);
        }
    }

    private boolean entered(String user) throws ServletException {
        try {
            return atWork.enter(user);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException("The server stops", e);
        }
    }
}
