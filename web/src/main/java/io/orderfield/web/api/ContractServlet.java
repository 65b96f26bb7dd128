package io.orderfield.web.api;

import io.orderfield.web.problem.ProblemAnswer;
import io.orderfield.web.problem.Problems;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers the published contract to who is signed in, and in the demo to everybody. */
@WebServlet(ContractServlet.PATH)
public class ContractServlet extends HttpServlet {
    /** Where it is; outside of the API's path, since people with a session read it as well. */
    public static final String PATH = "/openapi";

    private static final long serialVersionUID = 1L;
    private static final String DOCUMENT = "/WEB-INF/openapi.yaml";

    @Inject
    @ConfigProperty(name = "DEMO_ENABLED", defaultValue = "false")
    boolean demo;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!demo && request.getUserPrincipal() == null) {
            response.setHeader("WWW-Authenticate", "Bearer");
            ProblemAnswer.write(request, response, Problems.unauthenticated());
            return;
        }
        try (InputStream document = getServletContext().getResourceAsStream(DOCUMENT)) {
            response.setContentType("application/yaml");
            response.setCharacterEncoding("UTF-8");
            document.transferTo(response.getOutputStream());
        }
    }
}
