package io.orderfield.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ejb.ApplicationException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule's no. It changes nothing (the transaction rolls back) and carries a stable code with arguments, and the data that
 * helps: problems per field, or whatever blocks. Its words are chosen where its reader is known.
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
     * @param code stable code of what is wrong, lower case with hyphens, such as {@code too-long}
     * @param message what is wrong
     * @param arguments what the message tells, by name
     */
    public record FieldProblem(
            String field,
            String code,
            Sentence message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> arguments)
            implements Serializable {
        /** @param message its key is {@code field.} and the code, written in one word; a dot and a name may follow */
        public FieldProblem(String field, Sentence message) {
            this(field, code(message), message, message.arguments());
        }

        private static String code(Sentence message) {
            String name = message.key().replaceFirst("^field\\.", "").replaceFirst("\\..*", "");
            return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final String code;
    private Sentence sentence;
    private final transient List<FieldProblem> errors;
    private final transient Map<String, Object> data;

    /**
     * @param sentence begins with the code, which is stable, lower case with hyphens, such as {@code open-work-orders}
     */
    protected Refusal(Kind kind, Sentence sentence) {
        this(kind, sentence.code(), sentence, List.of(), Map.of());
    }

    private Refusal(Kind kind, String code, Sentence sentence, List<FieldProblem> errors, Map<String, Object> data) {
        this.kind = kind;
        this.code = code;
        this.sentence = sentence;
        this.errors = List.copyOf(errors);
        this.data = new LinkedHashMap<>(data);
    }

    /** @param key the code; with a dot and a name behind it where the code has several sentences */
    public static Refusal of(Kind kind, String key) {
        return new Refusal(kind, Sentence.of(key));
    }

    public static Refusal invalid(String key) {
        return of(Kind.INVALID, key);
    }

    public static Refusal conflict(String key) {
        return of(Kind.CONFLICT, key);
    }

    public static Refusal forbidden(String key) {
        return of(Kind.FORBIDDEN, key);
    }

    public static Refusal invalid(List<FieldProblem> errors) {
        return new Refusal(Kind.INVALID, "invalid-request", Sentence.of("invalid-request"), errors, Map.of());
    }

    /** One field is wrong. */
    public static Refusal invalid(String field, Sentence problem) {
        return invalid(List.of(new FieldProblem(field, problem)));
    }

    /** A message that can't be read; whoever reads messages has said why, in the language of messages. */
    public static Refusal unreadable(String code, String reason, List<FieldProblem> errors) {
        return new Refusal(Kind.INVALID, code, Sentence.verbatim(reason), errors, Map.of());
    }

    /**
     * @param what name of the kind of record, such as {@code workOrder}
     * @param number empty where none was chosen
     */
    public static Refusal notFound(String what, String number) {
        return number.isEmpty()
                ? Refusal.of(Kind.NOT_FOUND, "not-found.unnamed").with("what", what)
                : Refusal.of(Kind.NOT_FOUND, "not-found").with("what", what).with("number", number);
    }

    /** @param what name of the kind of record, such as {@code workOrder} */
    public static Refusal stale(String what, String number) {
        return Refusal.of(Kind.STALE, "stale").with("what", what).with("number", number);
    }

    /**
     * Compares the version that a caller saw with the record's own, under its lock.
     *
     * @param expected null when it does not matter
     * @param what name of the kind of record, such as {@code workOrder}
     * @throws Refusal STALE when the caller saw another version
     */
    public static void checkVersion(@Nullable Long expected, long actual, String what, String number) {
        if (expected != null && expected != actual) {
            throw stale(what, number);
        }
    }

    /** Tells this as well: an argument of the sentence, which clients get by its name. */
    public Refusal with(String name, Object argument) {
        sentence = sentence.with(name, argument);
        return this;
    }

    /** Shows this as well: a further member of the problem document, such as {@code blockers}; JDK types and records only. */
    public Refusal showing(String member, Object shown) {
        data.put(member, shown);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** The stable code; clients and messages rely on it. */
    public String code() {
        return code;
    }

    /** What to say to a person. */
    public Sentence sentence() {
        return sentence;
    }

    /** For logs: the code and the arguments. */
    @Override
    public String getMessage() {
        return sentence.toString();
    }

    /** Problems per field; empty when the refusal is not about fields. */
    public List<FieldProblem> errors() {
        return errors == null ? List.of() : errors;
    }

    /** Further data by name, such as {@code blockers}. */
    public Map<String, Object> data() {
        return data == null ? Map.of() : Map.copyOf(data);
    }
}
