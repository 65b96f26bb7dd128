package io.orderfield.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/**
 * A rule's no. It changes nothing (the transaction rolls back) and carries a stable code, words for a person, and the data
 * that helps: problems per field, or whatever blocks.
 */
@ApplicationException(rollback = true, inherited = true)
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the caller can do about it. REST maps each kind to one status. */
    public enum Kind {
        /** The request itself is wrong: correct it (400). */
        INVALID,
        /** The caller may not do this (403). */
        FORBIDDEN,
        /** No such record, or none that the caller may see (404). */
        NOT_FOUND,
        /** A rule or the record's state stands against it (409). */
        CONFLICT,
        /** Somebody changed the record meanwhile: read it again (412). */
        STALE,
        /** More than is taken (413). */
        TOO_LARGE,
        /** Not of a kind that is taken (415). */
        UNSUPPORTED_TYPE
    }

    /**
     * A problem with one field.
     *
     * @param field path of the field, such as {@code lineItems[0].quantity}
     * @param message what is wrong, in words
     */
    public record FieldProblem(String field, String message) implements java.io.Serializable {}

    private final Kind kind;
    private final String code;
    private final transient List<FieldProblem> errors;
    private final transient Map<String, Object> data;

    /**
     * @param code stable, lower case with hyphens, such as {@code open-work-orders}
     * @param data further members of the problem document, such as {@code blockers}; JDK types and records only
     */
    public Refusal(Kind kind, String code, String message, List<FieldProblem> errors, Map<String, Object> data) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.data = Map.copyOf(data);
    }

    public static Refusal invalid(String code, String message) {
        return new Refusal(Kind.INVALID, code, message, List.of(), Map.of());
    }

    public static Refusal invalid(List<FieldProblem> errors) {
        return new Refusal(Kind.INVALID, "invalid-request", "The request is not valid.", errors, Map.of());
    }

    public static Refusal conflict(String code, String message) {
        return new Refusal(Kind.CONFLICT, code, message, List.of(), Map.of());
    }

    public static Refusal notFound(String what, String number) {
        return new Refusal(
                Kind.NOT_FOUND, "not-found", "There is no " + what + " " + number + ".", List.of(), Map.of());
    }

    public static Refusal forbidden(String code, String message) {
        return new Refusal(Kind.FORBIDDEN, code, message, List.of(), Map.of());
    }

    public static Refusal stale(String what, String number) {
        return new Refusal(
                Kind.STALE,
                "stale",
                what + " " + number + " was changed meanwhile; read it again.",
                List.of(),
                Map.of());
    }

    public Kind kind() {
        return kind;
    }

    /** The stable code; clients and messages rely on it. */
    public String code() {
        return code;
    }

    /** Problems per field; empty when the refusal is not about fields. */
    public List<FieldProblem> errors() {
        return errors == null ? List.of() : errors;
    }

    /** Further data by name, such as {@code blockers}. */
    public Map<String, Object> data() {
        return data == null ? Map.of() : data;
    }
}
