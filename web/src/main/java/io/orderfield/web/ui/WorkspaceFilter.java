package io.orderfield.web.ui;

import io.orderfield.messaging.delivery.TraceContext;
import io.orderfield.om.worknote.CurrentChannel;
import io.orderfield.web.problem.CorrelationId;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every page: what is decided here came through the workspace, under the trace of its request, and what is shown is for nobody's cache. A form that lacks
 * the page's nonce did not come from our pages: it is answered with the page itself, since without the nonce not even an
 * error page can be written under the content security policy.
 */
@WebFilter("*.xhtml")
public class WorkspaceFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String RESOURCES = "/jakarta.faces.resource/";

    private static final String NONCE = "primefaces.nonce";

    @Inject
    transient CurrentChannel channel;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getServletPath().startsWith(RESOURCES)) {
            channel.use(CurrentChannel.WORKSPACE);
            response.setHeader("Cache-Control", "no-store");
            if (isForm(request) && !isNonce(request.getParameter(NONCE))) {
                response.sendRedirect(request.getRequestURI());
                return;
            }
        }
        try (TraceContext.Scope scope = TraceContext.enter(CorrelationId.traceparentOf(request))) {
            chain.doFilter(request, response);
        }
    }

    /** A dispatch to an error page keeps the request's method, and its parameters. */
    private static boolean isForm(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod());
    }

    private static boolean isNonce(@Nullable String nonce) {
        if (nonce == null) {
            return false;
        }
        try {
            UUID.fromString(new String(Base64.getDecoder().decode(nonce), StandardCharsets.UTF_8));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
