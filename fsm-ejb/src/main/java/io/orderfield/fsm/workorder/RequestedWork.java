package io.orderfield.fsm.workorder;

import io.orderfield.fsm.dispatch.Visit;
import io.orderfield.fsm.servicelevel.ServiceLevel;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.RequestWorkOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Order Management owns of a work order: each of its requests replaces it as a whole. */
@Embeddable
public class RequestedWork {
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

    protected RequestedWork() {
        // for JPA
    }

    RequestedWork(RequestWorkOrder request) {
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

    /** What the next one changes of the data that a technician works with; hold is not among it. */
    List<FieldChange> differences(RequestedWork next) {
        FieldChanges.Collector differences = new FieldChanges.Collector()
                .compare("priority", priority, next.priority)
                .compare("shortDescription", shortDescription, next.shortDescription)
                .compare("description", description, next.description)
                .compare("requestedStart", requestedStart, next.requestedStart)
                .compare("due", due, next.due);
        customer.compare(next.customer, differences);
        site.compare(next.site, differences);
        return differences.changes();
    }

    /** True when the next one moves the days on which the work is wanted. */
    boolean movesWindow(RequestedWork next) {
        return !Objects.equals(requestedStart, next.requestedStart)
                || !Objects.equals(due, next.due)
                || !site.timeZone().equals(next.site.timeZone());
    }

    /** End of the due day at the location. */
    @Nullable
    Instant promised() {
        return due == null ? null : ServiceLevel.endOf(due, site.timeZone());
    }

    boolean isOutsideWindow(WorkOrderTask task) {
        Instant start = task.scheduledStart();
        Instant end = task.scheduledEnd();
        return task.state().isPlannedVisit()
                && start != null
                && end != null
                && visit(task, start, end).isOutsideWindow();
    }

    /** A visit of the task as the conflict rules want it. */
    public Visit visit(WorkOrderTask task, Instant start, Instant end) {
        return new Visit(start, end, task.skills(), site.region(), requestedStart, due, ZoneId.of(site.timeZone()));
    }

    /** A request that is not above the highest one seen. */
    public boolean isStale(long requestRevision) {
        return requestRevision <= answeredRevision;
    }

    /** Counts a request as seen that can't change anything any more. */
    void seen(long requestRevision) {
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
