package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.RequestWorkOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Order Management owns of a work order: only its requests change it, each time as a whole. */
@MappedSuperclass
abstract class RequestedWork {
    @Column(name = "priority")
    private int priority;

    @Column(name = "short_description")
    private String shortDescription;

    @Column(name = "description")
    private String description;

    @Embedded
    private Origin origin;

    @Embedded
    private Customer customer;

    @Embedded
    private Site site;

    @Column(name = "requested_start")
    private @Nullable LocalDate requestedStart;

    @Column(name = "due")
    private @Nullable LocalDate due;

    @Column(name = "on_hold")
    private boolean onHold;

    /** Highest request revision seen, applied or refused. */
    @Column(name = "answered_revision")
    private long answeredRevision;

    /** Replaces everything here. */
    final void take(RequestWorkOrder request) {
        priority = request.priority();
        shortDescription = request.shortDescription();
        description = descriptionOf(request);
        origin = new Origin(request.origin());
        customer = new Customer(request.account(), request.contact());
        site = new Site(request.location());
        requestedStart = request.requestedStart();
        due = request.due();
        onHold = request.hold();
        answeredRevision = request.requestRevision();
    }

    private static String descriptionOf(RequestWorkOrder request) {
        return request.description() == null ? "" : request.description();
    }

    /** What the request changes of the data that a technician works with; hold is not among it. */
    final List<FieldChange> differences(RequestWorkOrder request) {
        FieldChanges.Collector differences = new FieldChanges.Collector()
                .compare("priority", priority, request.priority())
                .compare("shortDescription", shortDescription, request.shortDescription())
                .compare("description", description, descriptionOf(request))
                .compare("requestedStart", requestedStart, request.requestedStart())
                .compare("due", due, request.due());
        customer.compare(new Customer(request.account(), request.contact()), differences);
        site.compare(new Site(request.location()), differences);
        return differences.changes();
    }

    /** True when the request moves the days on which the work is wanted. */
    final boolean movesWindow(RequestWorkOrder request) {
        return !Objects.equals(requestedStart, request.requestedStart())
                || !Objects.equals(due, request.due())
                || !site.timeZone().equals(request.location().timeZone());
    }

    /** A request that is not above the highest one seen. */
    public final boolean isStale(long requestRevision) {
        return requestRevision <= answeredRevision;
    }

    /** Counts a request as seen that can't change anything any more. */
    public final void seen(long requestRevision) {
        answeredRevision = Math.max(answeredRevision, requestRevision);
    }

    public int priority() {
        return priority;
    }

    public String shortDescription() {
        return shortDescription;
    }

    String description() {
        return description;
    }

    public Origin origin() {
        return origin;
    }

    public Customer customer() {
        return customer;
    }

    public Site site() {
        return site;
    }

    @Nullable
    public LocalDate requestedStart() {
        return requestedStart;
    }

    @Nullable
    public LocalDate due() {
        return due;
    }

    public boolean isOnHold() {
        return onHold;
    }

    public long answeredRevision() {
        return answeredRevision;
    }
}
