package io.orderfield.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which problem a failure is. The container wraps what services throw, so the causes are searched too. */
public final class Problems {
    private static final int SHORT_WAIT_SECONDS = 2;

    private Problems() {}

    /**
     * The problem document of this failure; never shows an exception's text that was not written for a caller.
     *
     * @param conditional whether the caller sent {@code If-Match}: a lost update is then 412 instead of 409
     */
    public static Problem of(Throwable failure, boolean conditional) {
        List<Throwable> chain = chain(failure);
        for (Throwable cause : chain) {
            if (cause instanceof Refusal refusal) {
                return Problem.of(refusal);
            }
            if (cause instanceof BrokenBody) {
                return Problem.of(400, Sentence.of("broken-body"));
            }
            if (cause instanceof JsonProcessingException json) {
                return ofJson(json);
            }
            if (cause instanceof OptimisticLockException) {
                return conditional
                        ? Problem.of(412, Sentence.of("stale.meanwhile"))
                        : Problem.of(409, Sentence.of("changed-meanwhile"));
            }
        }
        if (chain.stream().anyMatch(TemporaryFailure::is)) {
            return Problem.of(503, Sentence.of("try-again")).retryAfter(SHORT_WAIT_SECONDS);
        }
        for (Throwable cause : chain) {
            if (cause instanceof WebApplicationException web) {
                return ofStatus(web.getResponse().getStatus());
            }
        }
        return ofStatus(500);
    }

    /** The problem of a status that the JAX-RS runtime or the container chose. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, Sentence.of("invalid-request"));
            case 401 -> unauthenticated();
            case 403 -> Problem.of(403, Sentence.of("forbidden"));
            case 404 -> Problem.of(404, Sentence.of("not-found.address"));
            case 405 -> Problem.of(405, Sentence.of("method-not-allowed"));
            case 406 -> Problem.of(406, Sentence.of("not-acceptable"));
            case 413 -> Problem.of(413, Sentence.of("body-too-large.unknown"));
            case 415 -> Problem.of(415, Sentence.of("unsupported-media-type"));
            case 503 -> Problem.of(503, Sentence.of("try-again.later")).retryAfter(SHORT_WAIT_SECONDS);
            default ->
                status >= 400 && status < 500
                        ? Problem.of(status, Sentence.of("refused"))
                        : Problem.of(500, Sentence.of("internal-error"));
        };
    }

    /** Nobody is signed in, or not properly. */
    public static Problem unauthenticated() {
        return Problem.of(401, Sentence.of("unauthenticated"));
    }

    /** So many attempts to sign in have failed that none is checked for now. */
    public static Problem tooManyAttempts(int retryAfterSeconds) {
        return Problem.of(429, Sentence.of("too-many-attempts")).retryAfter(retryAfterSeconds);
    }

    /** Somebody else set the caller's password: nothing else may be done before it is changed. */
    public static Problem passwordChangeRequired() {
        return Problem.of(403, Sentence.of("password-change-required"));
    }

    /** The body is larger than what is read there. */
    public static Problem tooLarge(long limit) {
        return Problem.of(413, Sentence.of("body-too-large").with("limit", limit));
    }

    private static Problem ofJson(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping) || causedBySyntax(mapping)) {
            return Problem.of(400, Sentence.of("malformed-json"));
        }
        String path = FieldPath.of(mapping);
        return path.isEmpty()
                ? Problem.of(400, Sentence.of("invalid-request.body").with("type", wanted(mapping)))
                : Problem.of(Refusal.invalid(path, Sentence.of("field.mustBe").with("type", wanted(mapping))));
    }

    /** Jackson wraps a syntax error that it meets inside of a record; a number that is too large is not one. */
    private static boolean causedBySyntax(JsonMappingException failure) {
        return chain(failure).stream()
                .anyMatch(c -> c instanceof StreamReadException && !(c instanceof InputCoercionException));
    }

    private static String wanted(JsonMappingException failure) {
        if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return JsonType.of(mismatch.getTargetType());
        }
        for (Throwable cause : chain(failure)) {
            if (cause instanceof InputCoercionException number) {
                return JsonType.ofUsualSize(number.getTargetType());
            }
        }
        return "documented";
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            chain.add(t);
            for (Throwable suppressed : t.getSuppressed()) {
                if (seen.add(suppressed)) {
                    chain.add(suppressed);
                }
            }
        }
        return chain;
    }
}
