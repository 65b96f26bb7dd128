package io.orderfield.web.edge;

import io.orderfield.kernel.Sentence;
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
        return sound ? null : Problem.of(400, Sentence.of("invalid-address"));
    }

    private static @Nullable Problem framing(HttpServletRequest request) {
        for (String name : ONCE) {
            if (values(request, name).size() > 1) {
                return fault(Sentence.of("invalid-header.once").with("header", name));
            }
        }
        if (!sound(request, "Host", HttpGrammar::isHost)
                || request.getHeader("Host") == null && !"HTTP/1.0".equals(request.getProtocol())) {
            return fault(Sentence.of("invalid-header.host").with("header", "Host"));
        }
        if (!sound(request, "Content-Length", HttpGrammar::isLength)) {
            return fault(Sentence.of("invalid-header.length").with("header", "Content-Length"));
        }
        String encoding = request.getHeader("Transfer-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            return fault(Sentence.of("invalid-header.encoding").with("header", "Transfer-Encoding"));
        }
        return encoding != null && request.getHeader("Content-Length") != null
                ? fault(Sentence.of("invalid-header.contradiction").with("header", "Content-Length"))
                : null;
    }

    private static @Nullable Problem wishes(HttpServletRequest request) {
        if (!sound(request, "Accept", HttpGrammar::isAccept)) {
            return Problem.of(406, Sentence.of("not-acceptable.header"));
        }
        return sound(request, "Accept-Language", HttpGrammar::isLanguages)
                ? null
                : fault(Sentence.of("invalid-header.languages").with("header", "Accept-Language"));
    }

    private static @Nullable Problem body(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Problem.of(415, Sentence.of("unsupported-encoding"));
        }
        String type = request.getHeader("Content-Type");
        if (type == null) {
            return null;
        }
        if (!HttpGrammar.isMediaType(type)) {
            return Problem.of(415, Sentence.of("unsupported-media-type.header"));
        }
        String known = type.toLowerCase(Locale.ROOT);
        if (known.startsWith("multipart/") && !BOUNDARY.matcher(type).find()) {
            return fault(Sentence.of("invalid-header.boundary").with("header", "Content-Type"));
        }
        Matcher charset = CHARSET.matcher(type);
        return known.startsWith("application/json")
                        && charset.find()
                        && !charset.group(1).equalsIgnoreCase("UTF-8")
                ? Problem.of(415, Sentence.of("unsupported-media-type.charset"))
                : null;
    }

    private static boolean sound(HttpServletRequest request, String name, Predicate<String> grammar) {
        return values(request, name).stream().allMatch(grammar);
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    private static Problem fault(Sentence sentence) {
        return Problem.of(400, sentence);
    }
}
