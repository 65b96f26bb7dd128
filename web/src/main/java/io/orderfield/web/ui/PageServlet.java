package io.orderfield.web.ui;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;

/** Answers the scripts of our pages, whose reader has a session and no token. */
public abstract class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String GUARD = "X-Requested-With";
    private static final String OURS = "orderfield";

    /** Whether one of our scripts asks; the header is one that no form of another site can send. */
    protected static boolean isOurs(HttpServletRequest request) {
        return OURS.equals(request.getHeader(GUARD));
    }

    /** The parts of the address behind the servlet's own. */
    protected static String[] path(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        return path.replaceFirst("^/", "").split("/", -1);
    }
}
