package io.orderfield.web.edge;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Redirects to a path of this server, also where the container puts the host in front that the request named. */
final class OwnRedirects extends HttpServletResponseWrapper {
    /** With the slashes after it: two at the beginning of a path would make a host of what follows. */
    private static final Pattern HOST = Pattern.compile("^(?:https?://[^/?#]*)?/+");

    OwnRedirects(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        Matcher elsewhere = HOST.matcher(location);
        super.sendRedirect(elsewhere.find() ? '/' + location.substring(elsewhere.end()) : location);
    }
}
