package io.orderfield.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem document.
 *
 * @param type URI that names the kind of problem; as stable as the code, not meant to be fetched
 * @param title the status in words
 * @param status HTTP status
 * @param detail what went wrong this time, for a person
 * @param code stable code, lower case with hyphens; clients decide by it
 * @param correlationId where to look in the server's log; only with failures that are not the caller's
 * @param errors problems per field; empty when it isn't about fields
 * @param more further members, such as {@code blockers}
 * @param retryAfterSeconds when to try again; sent as {@code Retry-After}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Problem document, RFC 9457")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String correlationId,

        List<FieldProblem> errors,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more,
        @JsonIgnore @Schema(hidden = true) @Nullable Integer retryAfterSeconds) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:orderfield:problem:";

    /** A problem without further members. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(TYPE + code, title(status), status, detail, code, null, List.of(), Map.of(), null);
    }

    /** What a rule's no looks like to a client. */
    public static Problem of(Refusal refusal) {
        int status =
                switch (refusal.kind()) {
                    case INVALID -> 400;
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case CONFLICT -> 409;
                    case STALE -> 412;
                    case TOO_LARGE -> 413;
                    case UNSUPPORTED_TYPE -> 415;
                };
        String code = refusal.code();
        return new Problem(
                TYPE + code,
                title(status),
                status,
                String.valueOf(refusal.getMessage()),
                code,
                null,
                refusal.errors(),
                refusal.data(),
                null);
    }

    /** The same with a hint when to try again. */
    public Problem retryAfter(int seconds) {
        return new Problem(type, title, status, detail, code, correlationId, errors, more, seconds);
    }

    /** The same with the id under which the log tells more. */
    public Problem correlatedBy(String id) {
        return new Problem(type, title, status, detail, code, id, errors, more, retryAfterSeconds);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "The request is not valid";
            case 401 -> "Sign in first";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 409 -> "A rule or the record's state stands against it";
            case 412 -> "The record was changed meanwhile";
            case 413 -> "The request is too large";
            case 415 -> "Unsupported media type";
            case 429 -> "Too many requests";
            case 503 -> "Try again";
            default -> status < 500 ? "The request was refused" : "Something went wrong here";
        };
    }
}
