package io.orderfield.om.testing;

import io.orderfield.kernel.Injected;
import io.orderfield.messaging.delivery.Inbox;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.CustomerInformationCorrected;
import io.orderfield.om.change.ByHand;
import io.orderfield.om.change.Cancellation;
import io.orderfield.om.change.CancellationDecisions;
import io.orderfield.om.change.CorrectionFollower;
import io.orderfield.om.change.DecisionService;
import io.orderfield.om.change.Decomposition;
import io.orderfield.om.change.FollowUps;
import io.orderfield.om.change.Hold;
import io.orderfield.om.change.ImpactPreview;
import io.orderfield.om.change.InflightFollower;
import io.orderfield.om.change.InflightNotes;
import io.orderfield.om.change.Policies;
import io.orderfield.om.change.RefusedWork;
import io.orderfield.om.change.Replanning;
import io.orderfield.om.change.RequestRetry;
import io.orderfield.om.change.WantedNow;
import io.orderfield.om.closing.DomainOrderClosingService;
import io.orderfield.om.customerorder.CustomerOrderApproved;
import io.orderfield.om.customerorder.CustomerOrderHeld;
import io.orderfield.om.customerorder.CustomerOrderResumed;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemCancellationRequested;
import io.orderfield.om.customerorder.LineItemRevised;
import io.orderfield.om.customerorder.LineItemsAddedInFlight;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrderNotes;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.DomainOrderViews;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.FollowUpWishes;
import io.orderfield.om.domainorder.ItemRollUp;
import io.orderfield.om.domainorder.OrderLocks;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.ReceivedEntries;
import io.orderfield.om.domainorder.ReconciledWork;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.fallout.FalloutFixture;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.fallout.JpaFallouts;
import io.orderfield.om.fieldevents.EntryNotes;
import io.orderfield.om.fieldevents.FieldServiceReports;
import io.orderfield.om.fieldevents.LinkRepair;
import io.orderfield.om.fieldevents.PointOfNoReturn;
import io.orderfield.om.fieldevents.ReceivedMessages;
import io.orderfield.om.fieldevents.WorkOrderEventIntake;
import io.orderfield.om.inflight.InflightChangesMoved;
import io.orderfield.om.number.DatabaseNumbers;
import io.orderfield.om.ordering.LineItemPreview;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.settings.SettingFixture;
import io.orderfield.om.settings.Settings;
import io.orderfield.om.sync.InventoryRequests;
import io.orderfield.om.sync.SyncFixture;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.CurrentChannel;
import io.orderfield.om.worknote.NoteAuthors;
import io.orderfield.om.worknote.NoteFixture;
import io.orderfield.om.worknote.WorkNoteFilter;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.om.worknote.WorkNotes;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.DecisionTableCsv;
import io.orderfield.rules.PointOfNoReturnTrigger;
import io.orderfield.rules.PolicyRow;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Order Management with its real objects on one entity manager, for one transaction; only the wire is a list. */
public final class OrderManagement {
    public static final WorkOrderPolicy SHIPPED = WorkOrderPolicy.compile(1, DecisionTableCsv.shipped());

    /** The shipped policy, but no work order takes its item past the point of no return. */
    public static final WorkOrderPolicy WITHOUT_POINT_OF_NO_RETURN =
            WorkOrderPolicy.compile(1, withoutPointOfNoReturn());

    public final OrderFixture customers;
    public final CatalogService catalogService;
    public final CustomerOrders customerOrders;
    public final DomainOrders orders;
    public final ReceivedEntries received;
    public final ReconciledWork believed;
    public final WorkNotes notes;
    public final JpaFallouts fallouts;
    public final DomainOrderViews views;
    public final DomainOrderClosingService closing;
    public final ByHand byHand;
    public final ImpactPreview preview;
    public final WorkOrderEventIntake intake;
    public final LinkRepair links;
    public final DomainOrderNotes noteSubjects;
    public final RequestRetry retry;
    public final NoteAuthors authors = u -> "User " + u;
    public final FiredEvents events = new FiredEvents(this::observe);
    public final SentRequests sent;
    public final EntityManager em;
    public final Decomposition decomposition;
    private final InflightFollower inflight;
    private final Cancellation cancellation;
    public final Hold hold;
    public final CancellationDecisions decisions;
    public final Replanning replanning;
    public final RefusedWork refused;
    public final FollowUps followUps;
    public final DecisionService explanation;
    private final InflightNotes inflightNotes;
    private final CorrectionFollower correction;

    public OrderManagement(
            EntityManager em,
            SentRequests sent,
            Clock clock,
            Policies policies,
            Approval approval,
            Approval followUpApproval) {
        Settings settings = SettingFixture.settings(em, approval, followUpApproval);
        this.em = em;
        this.sent = sent;
        customers = new OrderFixture(em, events, settings);
        catalogService = CatalogFixture.service(em, events);
        customerOrders = customers.orders();
        Catalog catalog = CatalogFixture.catalog(em);
        orders = new DomainOrders(em);
        received = new ReceivedEntries(em);
        believed = new ReconciledWork(em);
        FollowUpWishes wishes = new FollowUpWishes(em);
        notes = NoteFixture.notes(em);
        fallouts = new JpaFallouts(em, DatabaseNumbers.of(em), clock);
        Activity activity = new Activity(notes, authors, new CurrentChannel(), events);
        OutsideEvents outside = new OutsideEvents(sent);
        WorkOrderRequester requester = new WorkOrderRequester(orders, sent);
        ItemRollUp rollUp = new ItemRollUp(outside, events);
        decomposition = new Decomposition(
                customerOrders, orders, catalog, DatabaseNumbers.of(em), policies, requester, activity, clock);
        inflight = new InflightFollower(
                customerOrders, orders, catalog, policies, requester, activity, outside, fallouts, clock);
        OrderLocks locks = new OrderLocks(customerOrders, orders);
        followUps = new FollowUps(
                customerOrders, orders, wishes, catalog, requester, activity, fallouts, locks, settings, clock);
        cancellation = new Cancellation(customerOrders, orders, requester, followUps, activity, outside, rollUp, clock);
        hold = new Hold(customerOrders, orders, locks, requester, activity, outside, clock);
        replanning = new Replanning(customerOrders, orders, locks, catalog, policies, requester, activity, clock);
        WantedNow wanted = new WantedNow(customerOrders, catalog, policies);
        refused = new RefusedWork(orders, locks, wanted, requester, activity, outside, fallouts, clock);
        views = new DomainOrderViews(customerOrders, orders, catalog);
        explanation =
                Injected.into(new DecisionService(), customerOrders, orders, catalog, policies, views, Users.MANAGER);
        decisions = new CancellationDecisions(
                customerOrders,
                orders,
                catalog,
                policies,
                requester,
                activity,
                outside,
                rollUp,
                fallouts,
                events,
                clock);
        correction = new CorrectionFollower(customerOrders, orders, catalog, requester, activity, clock);
        closing = Injected.into(
                new DomainOrderClosingService(),
                customerOrders,
                orders,
                wishes,
                locks,
                activity,
                outside,
                rollUp,
                views,
                Users.MANAGER,
                clock);
        byHand = new ByHand(customerOrders, locks, catalog, requester, activity, clock);
        preview = new ImpactPreview(
                customerOrders, orders, new LineItemPreview(catalog, clock), customers.preview(), catalog, policies);
        inflightNotes = new InflightNotes(customerOrders, orders, preview, activity, clock);
        noteSubjects = new DomainOrderNotes(orders, sent);
        retry = new RequestRetry(customerOrders, orders, wanted, refused, requester, activity, outside, clock);
        FieldServiceReports reports = new FieldServiceReports(
                customerOrders,
                orders,
                new EntryNotes(received, activity),
                followUps,
                new PointOfNoReturn(activity, outside, customers.requested()),
                cancellation,
                activity,
                outside,
                fallouts,
                sent,
                clock);
        links = new LinkRepair(customerOrders, orders, believed, requester, reports, sent, clock);
        intake = Injected.into(new WorkOrderEventIntake(), inbox(em, clock), reports, catalog, received, clock);
    }

    /** The domain orders of a customer order: product, service and resource order of the fixture's product. */
    public List<DomainOrderView> of(String customerOrder) {
        return views.views(Users.MANAGER, orders.ofCustomerOrder(customerOrder));
    }

    public DomainOrderView find(String domainOrder) {
        return find(Users.MANAGER, domainOrder);
    }

    public DomainOrderView find(CurrentUser by, String domainOrder) {
        return views.view(by, orders.find(domainOrder).orElseThrow());
    }

    public List<WorkNoteView> notesOf(String domainOrder) {
        return notes.after(orders.find(domainOrder).orElseThrow().id(), WorkNoteFilter.ALL, 0, 0, 200);
    }

    public List<FalloutView> falloutsOf(String domainOrder) {
        return FalloutFixture.ofDomainOrder(em, domainOrder);
    }

    private void observe(Object event) {
        if (event instanceof CustomerOrderApproved e) {
            decomposition.approved(e);
        } else if (event instanceof LineItemsAddedInFlight e) {
            decomposition.added(e);
        } else if (event instanceof LineItemRevised e) {
            inflight.revised(e);
        } else if (event instanceof InflightChangesMoved e) {
            decomposition.requested(e);
            inflightNotes.moved(e);
        } else if (event instanceof LineItemCancellationRequested e) {
            cancellation.requested(e);
        } else if (event instanceof CustomerOrderHeld e) {
            hold.held(e);
        } else if (event instanceof CustomerOrderResumed e) {
            hold.resumed(e);
        } else if (event instanceof CustomerInformationCorrected e) {
            correction.corrected(e);
        }
    }

    /** What looks after the synchronization, on the same entity manager. */
    public SyncFixture sync(InventoryRequests inventory, Clock clock) {
        return new SyncFixture(em, links, sent, inventory, fallouts, inbox(em, clock), clock);
    }

    private static ReceivedMessages inbox(EntityManager em, Clock clock) {
        Inbox inbox = new Inbox("om");
        return id -> {
            try {
                return inbox.firstTime(em.unwrap(Connection.class), id, clock.instant());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static DecisionTable withoutPointOfNoReturn() {
        DecisionTable shipped = DecisionTableCsv.shipped();
        return new DecisionTable(
                shipped.name(),
                shipped.rows().stream()
                        .map(r -> new PolicyRow(
                                r.number(),
                                r.conditions(),
                                r.template(),
                                r.priorityOverride(),
                                r.workOrders(),
                                PointOfNoReturnTrigger.NEVER))
                        .toList());
    }

    /** The policies that a test works with: the last one is current; an unknown version is the first. */
    public record SomePolicies(List<WorkOrderPolicy> versions) implements Policies {
        @Override
        public WorkOrderPolicy current() {
            return versions.get(versions.size() - 1);
        }

        @Override
        public WorkOrderPolicy version(int version) {
            return versions.stream()
                    .filter(p -> p.version() == version)
                    .findFirst()
                    .orElse(versions.get(0));
        }
    }
}
