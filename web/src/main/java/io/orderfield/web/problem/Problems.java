package io.orderfield.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
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
                return Problem.of(400, "broken-body", "The body ended early, or is not framed as the headers say.");
            }
            if (cause instanceof JsonProcessingException json) {
                return ofJson(json);
            }
            if (cause instanceof OptimisticLockException) {
                return conditional
                        ? Problem.of(412, "stale", "The record was changed meanwhile; read it again.")
                        : Problem.of(409, "changed-meanwhile", "The record was changed meanwhile; read it again.");
            }
        }
        if (chain.stream().anyMatch(TemporaryFailure::is)) {
            return Problem.of(503, "try-again", "The request could not be served just now; nothing was changed.")
                    .retryAfter(SHORT_WAIT_SECONDS);
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
            case 400 -> Problem.of(400, "invalid-request", "The request is not valid.");
            case 401 -> unauthenticated();
            case 403 -> Problem.of(403, "forbidden", "Your roles don't allow this.");
            case 404 -> Problem.of(404, "not-found", "There is nothing at this address.");
            case 405 -> Problem.of(405, "method-not-allowed", "This address doesn't know that method.");
            case 406 -> Problem.of(406, "not-acceptable", "Only JSON can be answered.");
            case 413 -> tooLarge();
            case 415 -> Problem.of(415, "unsupported-media-type", "Send application/json.");
            case 503 ->
                Problem.of(503, "try-again", "The request could not be served just now.")
                        .retryAfter(SHORT_WAIT_SECONDS);
            default ->
                status >= 400 && status < 500
                        ? Problem.of(status, "refused", "The request was refused.")
                        : Problem.of(500, "internal-error", "An error here kept the request from being served.");
        };
    }

    /** Nobody is signed in, or not properly. */
    public static Problem unauthenticated() {
        return Problem.of(401, "unauthenticated", "Send a bearer token, or a user name and password.");
    }

    /** So many attempts to sign in have failed that none is checked for now. */
    public static Problem tooManyAttempts(int retryAfterSeconds) {
        return Problem.of(429, "too-many-attempts", "Too many failed attempts to sign in.")
                .retryAfter(retryAfterSeconds);
    }

    /** Somebody else set the caller's password: nothing else may be done before it is changed. */
    public static Problem passwordChangeRequired() {
        return Problem.of(
                403, "password-change-required", "Change your password first: POST /me/password with the old one.");
    }

    /** The body is larger than what is read. */
    public static Problem tooLarge() {
        return Problem.of(413, "body-too-large", "A request may have at most 1 MB.");
    }

    private static Problem ofJson(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping) || causedBySyntax(mapping)) {
            return Problem.of(400, "malformed-json", "The body is not well-formed JSON.");
        }
        String path = FieldPath.of(mapping);
        return path.isEmpty()
                ? Problem.of(400, "invalid-request", "The body must be " + wanted(mapping) + ".")
                : Problem.of(Refusal.invalid(List.of(new FieldProblem(path, "must be " + wanted(mapping)))));
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
                return JsonType.of(number.getTargetType()) + " of usual size";
            }
        }
        return "of the documented type";
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
