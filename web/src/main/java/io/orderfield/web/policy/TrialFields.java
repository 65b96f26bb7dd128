package io.orderfield.web.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.policy.DraftTrial;
import io.orderfield.web.ui.FieldForm;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a domain order that there is, or might be, as {@code WEB-INF/decision-table/facts.xhtml} has them. */
final class TrialFields {
    private final FieldForm form;
    private final List<FieldProblem> wrong = new ArrayList<>();

    private TrialFields(FieldForm form) {
        this.form = form;
    }

    /**
     * What was written: the number of a domain order, and else the facts.
     *
     * @throws Refusal invalid-request, with every field that can't be read
     */
    static DraftTrial read(FieldForm form) {
        TrialFields fields = new TrialFields(form);
        DraftTrial trial = fields.trial();
        if (!fields.wrong.isEmpty()) {
            throw Refusal.invalid(fields.wrong);
        }
        return trial;
    }

    private DraftTrial trial() {
        String domainOrder = form.given("domainOrder");
        LocalDate day = date("date");
        return domainOrder != null
                ? DraftTrial.of(domainOrder, day)
                : new DraftTrial(
                        null,
                        form.given("specification"),
                        form.given("action"),
                        form.given("region"),
                        form.given("country"),
                        form.given("segment"),
                        number("quantity"),
                        number("priority"),
                        number("leadDays"),
                        date("requestedDate"),
                        characteristics(),
                        day);
    }

    private @Nullable Integer number(String field) {
        return read(field, Integer::valueOf, Sentence.of("field.wholeNumber"));
    }

    private @Nullable LocalDate date(String field) {
        return read(field, LocalDate::parse, Sentence.of("field.date"));
    }

    private <T> @Nullable T read(String field, Function<String, T> reader, Sentence otherwise) {
        String text = form.given(field);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            wrong.add(new FieldProblem(field, otherwise));
            return null;
        }
    }

    /** One a line, as {@code bandwidth=1000}. */
    private Map<String, String> characteristics() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : form.text("characteristics").split("\\R")) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                values.put(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            } else if (!line.isBlank()) {
                wrong.add(new FieldProblem("characteristics", Sentence.of("field.nameAndValue")));
            }
        }
        return values;
    }
}
