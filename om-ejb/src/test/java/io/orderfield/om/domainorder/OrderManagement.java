package io.orderfield.om.domainorder;

import io.orderfield.kernel.Injected;
import io.orderfield.messaging.delivery.Inbox;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.CustomerInformationCorrected;
import io.orderfield.om.customerorder.CustomerOrderApproved;
import io.orderfield.om.customerorder.CustomerOrderHeld;
import io.orderfield.om.customerorder.CustomerOrderResumed;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.InflightChangesMoved;
import io.orderfield.om.customerorder.LineItemCancellationRequested;
import io.orderfield.om.customerorder.LineItemPreview;
import io.orderfield.om.customerorder.LineItemRevised;
import io.orderfield.om.customerorder.LineItemsAddedInFlight;
import io.orderfield.om.customerorder.OrderFixture;
import io.orderfield.om.fallout.FalloutFixture;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.fallout.JpaFallouts;
import io.orderfield.om.number.DatabaseNumbers;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.settings.SettingFixture;
import io.orderfield.om.settings.Settings;
import io.orderfield.om.sync.InventoryRequests;
import io.orderfield.om.sync.SyncFixture;
import io.orderfield.om.testing.FiredEvents;
import io.orderfield.om.testing.Users;
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
final class OrderManagement {
    static final WorkOrderPolicy SHIPPED = WorkOrderPolicy.compile(1, DecisionTableCsv.shipped());

    /** The shipped policy, but no work order takes its item past the point of no return. */
    static final WorkOrderPolicy WITHOUT_POINT_OF_NO_RETURN = WorkOrderPolicy.compile(1, withoutPointOfNoReturn());

    final OrderFixture customers;
    final CatalogService catalogService;
    final CustomerOrders customerOrders;
    final JpaDomainOrders orders;
    final WorkNotes notes;
    final JpaFallouts fallouts;
    final DomainOrderViews views;
    final ClosingDesk closing;
    final ByHand byHand;
    final ImpactPreview preview;
    final WorkOrderEventIntake intake;
    final LinkRepair links;
    final DomainOrderNotes noteSubjects;
    final RequestRetry retry;
    final NoteAuthors authors = u -> "User " + u;
    final FiredEvents events = new FiredEvents(this::observe);
    final SentRequests sent;
    final EntityManager em;
    final Decomposition decomposition;
    private final InflightFollower inflight;
    private final Cancellation cancellation;
    final Hold hold;
    final CancellationDecisions decisions;
    final Replanning replanning;
    final RefusedWork refused;
    final FollowUps followUps;
    final DecisionService explanation;
    private final InflightNotes inflightNotes;
    private final Correction correction;

    OrderManagement(
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
        orders = new JpaDomainOrders(em);
        notes = NoteFixture.notes(em);
        fallouts = new JpaFallouts(em, DatabaseNumbers.of(em), clock);
        Activity activity = new Activity(notes, authors, new CurrentChannel(), events);
        OutsideEvents outside = new OutsideEvents(sent);
        WorkOrderDesk desk = new WorkOrderDesk(orders, sent);
        ItemRollUp rollUp = new ItemRollUp(outside, events);
        decomposition = new Decomposition(
                customerOrders, orders, catalog, DatabaseNumbers.of(em), policies, desk, activity, clock);
        inflight = new InflightFollower(
                customerOrders, orders, catalog, policies, desk, activity, outside, fallouts, clock);
        OrderLocks locks = new OrderLocks(customerOrders, orders);
        followUps = new FollowUps(customerOrders, orders, catalog, desk, activity, fallouts, locks, settings, clock);
        cancellation = new Cancellation(customerOrders, orders, desk, followUps, activity, outside, rollUp, clock);
        hold = new Hold(customerOrders, orders, locks, desk, activity, outside, clock);
        replanning = new Replanning(customerOrders, orders, locks, catalog, policies, desk, activity, clock);
        WantedNow wanted = new WantedNow(customerOrders, catalog, policies);
        refused = new RefusedWork(orders, locks, wanted, desk, activity, outside, fallouts, clock);
        views = new DomainOrderViews(customerOrders, orders, catalog);
        explanation = Injected.into(
                new DecisionService(), customerOrders, orders, catalog, policies, views, Users.MANAGER);
        decisions = new CancellationDecisions(
                customerOrders, orders, catalog, policies, desk, activity, outside, rollUp, fallouts, events, clock);
        correction = new Correction(customerOrders, orders, catalog, desk, activity, clock);
        closing = new ClosingDesk(customerOrders, orders, activity, outside, rollUp, clock);
        byHand = new ByHand(customerOrders, orders, catalog, desk, activity, clock);
        preview = new ImpactPreview(
                customerOrders, orders, new LineItemPreview(catalog, clock), customers.preview(), catalog, policies);
        inflightNotes = new InflightNotes(customerOrders, orders, preview, activity, clock);
        noteSubjects = new DomainOrderNotes(orders, sent);
        retry = new RequestRetry(customerOrders, orders, wanted, refused, desk, activity, outside, clock);
        FieldServiceNews news = new FieldServiceNews(
                customerOrders,
                orders,
                new EntryNotes(orders, activity),
                followUps,
                new PointOfNoReturn(activity, outside, customers.requested()),
                cancellation,
                activity,
                outside,
                fallouts,
                sent,
                clock);
        links = new LinkRepair(customerOrders, orders, desk, news, sent, clock);
        intake = Injected.into(new WorkOrderEventIntake(), inbox(em, clock), news, catalog, orders, clock);
    }

    /** The domain orders of a customer order: product, service and resource order of the fixture's product. */
    List<DomainOrderView> of(String customerOrder) {
        return views.views(Users.MANAGER, orders.ofCustomerOrder(customerOrder));
    }

    DomainOrderView find(String domainOrder) {
        return find(Users.MANAGER, domainOrder);
    }

    DomainOrderView find(CurrentUser by, String domainOrder) {
        return views.view(by, orders.find(domainOrder).orElseThrow());
    }

    List<WorkNoteView> notesOf(String domainOrder) {
        return notes.after(orders.find(domainOrder).orElseThrow().id(), WorkNoteFilter.ALL, 0, 0, 200);
    }

    List<FalloutView> falloutsOf(String domainOrder) {
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
    SyncFixture sync(InventoryRequests inventory, Clock clock) {
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
    record SomePolicies(List<WorkOrderPolicy> versions) implements Policies {
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
