package io.orderfield.fsm.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.AccountReference;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.ContactDetails;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ServiceLocation;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests as Order Management sends them, each a bit different from the usual one. */
public final class Requests {
    public static final WorkOrderOrigin ORIGIN = new WorkOrderOrigin("ORD0001001", "ORDL0001001", 1, "RO0001001");

    private final UUID key;
    private long revision = 1;
    private String template = "ONT-INSTALL";
    private int priority = 3;
    private String description = "quantity: 1";
    private @Nullable LocalDate start = LocalDate.of(2026, 3, 2);
    private @Nullable LocalDate due = LocalDate.of(2026, 3, 20);
    private String phone = "+49 30 1234";
    private String shortDescription = "Add ONT at Berlin office";
    private boolean hold;

    private Requests(UUID key) {
        this.key = key;
    }

    public static Requests of(UUID key) {
        return new Requests(key);
    }

    public static UUID newKey() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    public Requests revision(long r) {
        revision = r;
        return this;
    }

    public Requests template(String code) {
        template = code;
        return this;
    }

    public Requests priority(int p) {
        priority = p;
        return this;
    }

    public Requests description(String text) {
        description = text;
        return this;
    }

    public Requests shortDescription(String text) {
        shortDescription = text;
        return this;
    }

    public Requests window(@Nullable LocalDate from, @Nullable LocalDate to) {
        start = from;
        due = to;
        return this;
    }

    public Requests phone(String number) {
        phone = number;
        return this;
    }

    public Requests hold() {
        hold = true;
        return this;
    }

    public RequestWorkOrder make() {
        return new RequestWorkOrder(
                key,
                revision,
                ORIGIN,
                template,
                priority,
                shortDescription,
                description,
                start,
                due,
                new AccountReference("ACCT0001001", "Northwind"),
                new ContactDetails("CON0001001", "Mia Kern", phone, "mia@example.com"),
                new ServiceLocation(
                        "LOC0001001",
                        "Berlin office",
                        "Main Street 1",
                        "10115",
                        "Berlin",
                        "Berlin",
                        "DE",
                        52.5,
                        13.4,
                        "Europe/Berlin",
                        "Ring twice"),
                hold,
                "agent");
    }

    public CancelWorkOrder cancel() {
        return new CancelWorkOrder(key, revision, ORIGIN, "customer withdrew", "agent");
    }
}
