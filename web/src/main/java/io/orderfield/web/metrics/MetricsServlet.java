package io.orderfield.web.metrics;

import io.orderfield.kernel.Sentence;
import io.orderfield.om.user.Roles;
import io.orderfield.web.api.RestApi;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.ProblemAnswer;
import jakarta.annotation.security.DeclareRoles;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

/**
 * The figures of this node in the text format of Prometheus. The server's own {@code /metrics} knows none of our users, and
 * is closed.
 */
@WebServlet(MetricsServlet.PATH)
@DeclareRoles({Roles.ADMINISTRATOR, MetricsAccess.READER})
public class MetricsServlet extends HttpServlet {
    static final String PATH = RestApi.PATH + "/metrics";

    private static final long serialVersionUID = 1L;

    @Inject
    transient MetricRegistry application;

    @Inject
    @RegistryScope(scope = MetricRegistry.BASE_SCOPE)
    transient MetricRegistry base;

    @Inject
    @RegistryScope(scope = MetricRegistry.VENDOR_SCOPE)
    transient MetricRegistry vendor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.isUserInRole(Roles.ADMINISTRATOR) && !request.isUserInRole(MetricsAccess.READER)) {
            ProblemAnswer.write(request, response, Problem.of(403, Sentence.of("forbidden.metrics")));
            return;
        }
        MetricsText text = new MetricsText();
        text.add(base);
        text.add(vendor);
        text.add(application);
        response.setContentType("text/plain; version=0.0.4");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(text.toString());
    }
}
