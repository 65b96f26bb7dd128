package io.orderfield.web.edge;

import io.orderfield.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is one at all. The server's channel lets much pass that the libraries behind answer with an exception
 * and a page of their own; what is found here is the sender's fault, and is told to the sender alone.
 */
final class RequestForm {
    /** Two of them would be read differently by whoever stands before us. */
    private static final List<String> ONCE =
            List.of("Host", "Content-Length", "Transfer-Encoding", "Content-Type", "Authorization");

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=\"?[^\";\\s]", Pattern.CASE_INSENSITIVE);

    private RequestForm() {}

    /** What is wrong with its headers; null when nothing is. */
    static @Nullable Problem fault(HttpServletRequest request) {
        Problem fault = framing(request);
        if (fault == null) {
            fault = wishes(request);
        }
        return fault == null ? body(request) : fault;
    }

    /** What is wrong with its path or query, for the API: browsers send more than is allowed, and pages can read it. */
    static @Nullable Problem addressFault(HttpServletRequest request) {
        boolean sound = HttpGrammar.isAddress(request.getRequestURI())
                && HttpGrammar.isAddress(Objects.requireNonNullElse(request.getQueryString(), ""));
        return sound
                ? null
                : Problem.of(
                        400, "invalid-address", "The address has characters that must be percent-encoded as UTF-8.");
    }

    private static @Nullable Problem framing(HttpServletRequest request) {
        for (String name : ONCE) {
            if (values(request, name).size() > 1) {
                return header(name, "may be sent once only");
            }
        }
        if (!sound(request, "Host", HttpGrammar::isHost)
                || request.getHeader("Host") == null && !"HTTP/1.0".equals(request.getProtocol())) {
            return header("Host", "must name the host and nothing else");
        }
        if (!sound(request, "Content-Length", HttpGrammar::isLength)) {
            return header("Content-Length", "must be a number of bytes");
        }
        String encoding = request.getHeader("Transfer-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            return header("Transfer-Encoding", "can only be chunked");
        }
        return encoding != null && request.getHeader("Content-Length") != null
                ? header("Content-Length", "contradicts Transfer-Encoding")
                : null;
    }

    private static @Nullable Problem wishes(HttpServletRequest request) {
        if (!sound(request, "Accept", HttpGrammar::isAccept)) {
            return Problem.of(406, "not-acceptable", "The header Accept is not a list of media types.");
        }
        return sound(request, "Accept-Language", HttpGrammar::isLanguages)
                ? null
                : header("Accept-Language", "is not a list of languages");
    }

    private static @Nullable Problem body(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Problem.of(415, "unsupported-encoding", "Send the body as it is, without Content-Encoding.");
        }
        String type = request.getHeader("Content-Type");
        if (type == null) {
            return null;
        }
        if (!HttpGrammar.isMediaType(type)) {
            return Problem.of(415, "unsupported-media-type", "The header Content-Type is not a media type.");
        }
        String known = type.toLowerCase(Locale.ROOT);
        if (known.startsWith("multipart/") && !BOUNDARY.matcher(type).find()) {
            return header("Content-Type", "lacks the boundary of its parts");
        }
        Matcher charset = CHARSET.matcher(type);
        return known.startsWith("application/json")
                        && charset.find()
                        && !charset.group(1).equalsIgnoreCase("UTF-8")
                ? Problem.of(415, "unsupported-media-type", "JSON is sent in UTF-8.")
                : null;
    }

    private static boolean sound(HttpServletRequest request, String name, Predicate<String> grammar) {
        return values(request, name).stream().allMatch(grammar);
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    private static Problem header(String name, String fault) {
        return Problem.of(400, "invalid-header", "The header " + name + " " + fault + ".");
    }
}
