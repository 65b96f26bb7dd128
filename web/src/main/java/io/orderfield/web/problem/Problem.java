package io.orderfield.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem document.
 *
 * @param type URI that names the kind of problem; as stable as the code, not meant to be fetched
 * @param title the status in words, made where the reader is known
 * @param status HTTP status
 * @param detail what went wrong this time, for a person
 * @param code stable code, lower case with hyphens; clients decide by it
 * @param arguments what {@code detail} tells, by name
 * @param correlationId where to look in the server's log; only with failures that are not the caller's
 * @param errors problems per field; empty when it isn't about fields
 * @param more further members, such as {@code blockers}
 * @param retryAfterSeconds when to try again; sent as {@code Retry-After}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Problem document, RFC 9457")
public record Problem(
        String type,
        Sentence title,
        int status,
        Sentence detail,
        String code,
        Map<String, Object> arguments,
        @Nullable String correlationId,

        List<FieldProblem> errors,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more,
        @JsonIgnore @Schema(hidden = true) @Nullable Integer retryAfterSeconds) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:orderfield:problem:";

    /** A problem without further members. */
    public static Problem of(int status, Sentence sentence) {
        return of(status, sentence.code(), sentence, List.of(), Map.of());
    }

    private static Problem of(
            int status, String code, Sentence sentence, List<FieldProblem> errors, Map<String, Object> more) {
        return new Problem(
                TYPE + code, title(status), status, sentence, code, sentence.arguments(), null, errors, more, null);
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
        return of(status, refusal.code(), refusal.sentence(), refusal.errors(), refusal.data());
    }

    /** The same with a hint when to try again. */
    public Problem retryAfter(int seconds) {
        return new Problem(type, title, status, detail, code, arguments, correlationId, errors, more, seconds);
    }

    /** The same with the id under which the log tells more. */
    public Problem correlatedBy(String id) {
        return new Problem(type, title, status, detail, code, arguments, id, errors, more, retryAfterSeconds);
    }

    private static Sentence title(int status) {
        return switch (status) {
            case 400 -> Sentence.of("status.400");
            case 401 -> Sentence.of("status.401");
            case 403 -> Sentence.of("status.403");
            case 404 -> Sentence.of("status.404");
            case 405 -> Sentence.of("status.405");
            case 406 -> Sentence.of("status.406");
            case 409 -> Sentence.of("status.409");
            case 412 -> Sentence.of("status.412");
            case 413 -> Sentence.of("status.413");
            case 415 -> Sentence.of("status.415");
            case 429 -> Sentence.of("status.429");
            case 503 -> Sentence.of("status.503");
            default -> status < 500 ? Sentence.of("status.4xx") : Sentence.of("status.5xx");
        };
    }
}
