package io.orderfield.web.customerorder;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the problems that a service found beside the fields that they are about, in the reader's words. */
final class FormErrors {
    private static final Pattern ITEM = Pattern.compile("lineItems\\[(\\d+)]\\.?(.*)");

    private FormErrors() {}

    /** Problems of an order's form. */
    static void show(NewCustomerOrderForm form, List<FieldProblem> problems, Function<Sentence, String> words) {
        for (FieldProblem problem : problems) {
            Matcher item = ITEM.matcher(problem.field());
            if (item.matches()
                    && Integer.parseInt(item.group(1)) < form.getItems().size()) {
                LineItemForm wrong = form.getItems().get(Integer.parseInt(item.group(1)));
                wrong.getErrors().merge(item.group(2), words.apply(problem.message()), FormErrors::both);
            } else {
                form.getErrors().merge(problem.field(), words.apply(problem.message()), FormErrors::both);
            }
        }
    }

    /** Problems of one item's form. */
    static void show(LineItemForm form, List<FieldProblem> problems, Function<Sentence, String> words) {
        for (FieldProblem problem : problems) {
            Matcher item = ITEM.matcher(problem.field());
            form.getErrors()
                    .merge(
                            item.matches() ? item.group(2) : problem.field(),
                            words.apply(problem.message()),
                            FormErrors::both);
        }
    }

    private static String both(String first, String second) {
        return first + "; " + second;
    }
}
