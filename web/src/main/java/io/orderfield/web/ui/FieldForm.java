package io.orderfield.web.ui;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a dialog edits: texts by field name, what is wrong with each, the version that the reader saw, and what somebody
 * else changed since.
 */
public final class FieldForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();
    private final Map<String, String> theirs = new HashMap<>();
    private @Nullable String record;
    private long version;
    private long theirVersion;
    private @Nullable MeanwhileChanged meanwhile;

    /** Begins a new record. */
    public void openNew(Map<String, String> start) {
        open(null, start, 0);
    }

    /**
     * Begins to edit a record.
     *
     * @param number number (code, name) of the record, null for a new one
     */
    public void open(@Nullable String number, Map<String, String> now, long nowVersion) {
        record = number;
        version = nowVersion;
        meanwhile = null;
        values.clear();
        values.putAll(now);
        errors.clear();
    }

    /** Forgets what was wrong, before another attempt. */
    public void retry() {
        errors.clear();
        meanwhile = null;
    }

    /** Puts problems beside their fields, in the reader's words. */
    public void wrong(List<FieldProblem> problems, Function<Sentence, String> words) {
        for (FieldProblem problem : problems) {
            errors.merge(problem.field(), words.apply(problem.message()), (first, second) -> first + "; " + second);
        }
    }

    /**
     * Shows what somebody else has changed since the reader opened the record.
     *
     * @param now the record's texts of now
     * @param label the reader's words for a field
     */
    public void changedMeanwhile(
            @Nullable String by,
            @Nullable Instant at,
            Map<String, String> now,
            long nowVersion,
            UnaryOperator<String> label) {
        theirs.clear();
        theirs.putAll(now);
        theirVersion = nowVersion;
        MeanwhileChanged.Comparison comparison = MeanwhileChanged.with(by, at);
        now.keySet().stream()
                .sorted()
                .forEach(field -> comparison.field(label.apply(field), values.get(field), now.get(field)));
        meanwhile = comparison.shown();
    }

    /** The reader has seen the other's values and wants the own ones all the same. */
    public void keepMine() {
        version = theirVersion;
        meanwhile = null;
    }

    /** The reader goes on from the other's values. */
    public void takeTheirs() {
        open(record, Map.copyOf(theirs), theirVersion);
    }

    /** The text of a field; empty when nothing was written. */
    public String text(String field) {
        return Objects.toString(values.get(field), "").strip();
    }

    /** The text of a field; null when nothing was written. */
    public @Nullable String given(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    /** Number (code, name) of the record; null for a new one. */
    public @Nullable String getRecord() {
        return record;
    }

    public boolean isAdding() {
        return record == null;
    }

    public long getVersion() {
        return version;
    }

    public Map<String, String> getValues() {
        return values;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public @Nullable MeanwhileChanged getMeanwhile() {
        return meanwhile;
    }
}
