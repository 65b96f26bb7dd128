package io.orderfield.web.edge;

import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.ProblemAnswer;
import io.orderfield.web.security.OrderfieldAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first of the application that sees a request, after its sender is known. What is no proper request goes no further:
 * the API answers a problem document, the pages an error page. So do pages with what another site made a browser send;
 * the API needs no such check, since it heeds no cookie. Stands in web.xml, so that it is the first filter.
 */
public class EdgeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> METHODS_OF_PAGES = Set.of("GET", "HEAD", "POST");
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String UPGRADE = "Upgrade";

    /** What Faces writes into a form to find its view again: a key, or that there is none, as on the login page alone. */
    private static final String VIEW = "jakarta.faces.ViewState";

    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z+/]{4,}={0,2}");
    private static final String NO_KEY = "stateless";
    private static final String LOGIN = "/login.xhtml";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // the line for live updates goes to others, and this answer has no body
        admit(request, request.getHeader(UPGRADE) == null ? new EarlessAnswer(response) : response, chain);
    }

    private static void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Problem fault = RequestForm.fault(request);
        if (OrderfieldAuthentication.isApi(request)) {
            fault = fault == null ? RequestForm.addressFault(request) : fault;
            if (fault == null) {
                response.setHeader(ProblemAnswer.POLICY, ProblemAnswer.NOTHING);
                chain.doFilter(request, response);
            } else {
                ProblemAnswer.write(request, response, fault);
            }
        } else if (fault != null || !hasReadableFields(request)) {
            refuse(request, response, 400, "400");
        } else if (!METHODS_OF_PAGES.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            refuse(request, response, 405, "400");
        } else if (changes(request) && Sender.isAnotherSite(request)) {
            refuse(request, response, 403, "elsewhere");
        } else {
            chain.doFilter(request, isFolder(request) ? new OwnRedirects(response) : response);
        }
    }

    /** Perhaps one, that is: the container adds its slash by a redirect. */
    private static boolean isFolder(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.indexOf('.', path.lastIndexOf('/')) < 0 && request.getHeader(UPGRADE) == null;
    }

    /** Signing in, every form and button, uploads; and the line for live updates, which is opened by a GET. */
    private static boolean changes(HttpServletRequest request) {
        return request.getMethod().equals("POST") || request.getHeader(UPGRADE) != null;
    }

    /** The container reads fields when somebody asks for the first of them, and throws what it can't decode. */
    private static boolean hasReadableFields(HttpServletRequest request) {
        String type = request.getContentType();
        if (type != null && !type.regionMatches(true, 0, FORM, 0, FORM.length())) {
            return true; // parts, which Faces reads in its own way, and uploads
        }
        try {
            String view = request.getParameter(VIEW);
            return view == null
                    || (view.equals(NO_KEY)
                            ? request.getServletPath().equals(LOGIN)
                            : KEY.matcher(view).matches());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String page)
            throws IOException, ServletException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/error/" + page + ".xhtml").forward(new BareRequest(request), response);
    }
}
