package io.orderfield.web.customerorder;

import io.orderfield.kernel.Refusal.FieldProblem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the problems that a service found beside the fields that they are about. */
final class FormErrors {
    private static final Pattern ITEM = Pattern.compile("lineItems\\[(\\d+)]\\.?(.*)");

    private FormErrors() {}

    /** Problems of an order's form. */
    static void show(NewCustomerOrderForm form, List<FieldProblem> problems) {
        for (FieldProblem problem : problems) {
            Matcher item = ITEM.matcher(problem.field());
            if (item.matches()
                    && Integer.parseInt(item.group(1)) < form.getItems().size()) {
                LineItemForm wrong = form.getItems().get(Integer.parseInt(item.group(1)));
                wrong.getErrors().merge(item.group(2), problem.message(), FormErrors::both);
            } else {
                form.getErrors().merge(problem.field(), problem.message(), FormErrors::both);
            }
        }
    }

    /** Problems of one item's form. */
    static void show(LineItemForm form, List<FieldProblem> problems) {
        for (FieldProblem problem : problems) {
            Matcher item = ITEM.matcher(problem.field());
            form.getErrors()
                    .merge(item.matches() ? item.group(2) : problem.field(), problem.message(), FormErrors::both);
        }
    }

    private static String both(String first, String second) {
        return first + "; " + second;
    }
}
