package io.orderfield.fsm.request;

import io.orderfield.messaging.contract.ContactDetails;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ServiceLocation;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what of a request can't be taken. It was readable, so the answer is a refusal and not a dead letter. */
final class RequestCheck {
    private static final int NUMBER = 40;
    private static final int NAME = 400;

    private final List<String> problems = new ArrayList<>();

    private RequestCheck() {}

    /** What is wrong with it, in words; null when nothing is. */
    static @Nullable String problem(RequestWorkOrder r) {
        RequestCheck check = new RequestCheck();
        if (r.priority() < 1 || r.priority() > 4) {
            check.problems.add("priority must be 1 to 4");
        }
        check.text("shortDescription", r.shortDescription(), 200, true);
        check.text("description", r.description(), 20_000, false);
        check.text("account.number", r.account().number(), NUMBER, true);
        check.text("account.name", r.account().name(), NAME, true);
        if (r.contact() != null) {
            check.contact(r.contact());
        }
        check.location(r.location());
        return check.problems.isEmpty() ? null : String.join("; ", check.problems);
    }

    private void contact(ContactDetails contact) {
        text("contact.number", contact.number(), NUMBER, false);
        text("contact.name", contact.name(), NAME, false);
        text("contact.phone", contact.phone(), 100, false);
        text("contact.email", contact.email(), NAME, false);
    }

    private void location(ServiceLocation location) {
        text("location.number", location.number(), NUMBER, true);
        text("location.name", location.name(), NAME, true);
        text("location.street", location.street(), NAME, false);
        text("location.postalCode", location.postalCode(), NUMBER, false);
        text("location.city", location.city(), 200, false);
        text("location.region", location.region(), 200, false);
        text("location.country", location.country(), 10, false);
        text("location.accessNotes", location.accessNotes(), 4_000, false);
        text("location.timeZone", location.timeZone(), 60, true);
        try {
            ZoneId.of(String.valueOf(location.timeZone()));
        } catch (DateTimeException e) {
            problems.add("location.timeZone is not a time zone");
        }
    }

    private void text(String field, @Nullable String text, int longest, boolean required) {
        if (text == null || text.isBlank()) {
            if (required) {
                problems.add(field + " is missing");
            }
        } else if (text.length() > longest) {
            problems.add(field + " has more than " + longest + " characters");
        } else if (text.indexOf('\0') >= 0) {
            problems.add(field + " has a character that can't be stored");
        }
    }
}
