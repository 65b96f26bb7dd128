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

/**
 * Every page: what is decided here came through the workspace, under the trace of its request, and what is shown is for
 * nobody's cache.
 */
@WebFilter("*.xhtml")
public class WorkspaceFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Inject
    transient CurrentChannel channel;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getServletPath().startsWith(RESOURCES)) {
            channel.use(CurrentChannel.WORKSPACE);
            response.setHeader("Cache-Control", "no-store");
        }
        TraceContext.Scope scope = TraceContext.enter(CorrelationId.traceparentOf(request));
        try (scope) {
            chain.doFilter(request, response);
        }
    }
}
