package io.orderfield.om.testing;

import io.orderfield.kernel.Beans;
import io.orderfield.kernel.FiredEvents;
import io.orderfield.messaging.delivery.Inbox;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.change.CancellationDecisionService;
import io.orderfield.om.change.DecisionService;
import io.orderfield.om.change.Decomposition;
import io.orderfield.om.change.DomainOrderChangeService;
import io.orderfield.om.change.FollowUpService;
import io.orderfield.om.change.ImpactPreview;
import io.orderfield.om.change.PreviewedChangeService;
import io.orderfield.om.change.RequestRetry;
import io.orderfield.om.closing.DomainOrderClosingService;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.domainorder.DomainOrderNotes;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.DomainOrderViews;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ReceivedEntries;
import io.orderfield.om.domainorder.ReconciledWork;
import io.orderfield.om.fallout.FalloutFixture;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.fieldevents.ReceivedMessages;
import io.orderfield.om.fieldevents.WorkOrderEventIntake;
import io.orderfield.om.policy.Policies;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.settings.SettingFixture;
import io.orderfield.om.sync.InventoryRequests;
import io.orderfield.om.sync.SyncFixture;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.NoteAuthors;
import io.orderfield.om.worknote.WorkNoteFilter;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.om.worknote.WorkNotes;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.WorkOrderPolicy;
import io.orderfield.rules.files.DecisionTableCsv;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Order Management with its real objects on one entity manager, for one transaction, put together as {@link Beans} finds them:
 * only the wire is a list, and policies and the names of authors are the test's. Services are called as the manager, the
 * previews as the agent.
 */
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
    public final Fallouts fallouts;
    public final DomainOrderViews views;
    public final DomainOrderClosingService closing;
    public final DomainOrderChangeService changes;
    public final PreviewedChangeService previews;
    public final ImpactPreview preview;
    public final WorkOrderEventIntake intake;
    public final DomainOrderNotes noteSubjects;
    public final RequestRetry retry;
    public final NoteAuthors authors = u -> "User " + u;
    public final FiredEvents events;
    public final SentRequests sent;
    public final EntityManager em;
    public final Decomposition decomposition;
    public final CancellationDecisionService decisions;
    public final FollowUpService followUps;
    public final DecisionService explanation;
    private final Beans beans;

    public OrderManagement(
            EntityManager em,
            SentRequests sent,
            Clock clock,
            Policies policies,
            Approval approval,
            Approval followUpApproval) {
        this.em = em;
        this.sent = sent;
        Config variables = SettingFixture.approvals(approval, followUpApproval);
        beans = new Beans(
                CustomerOrders.class, em, sent, clock, policies, variables, authors, inbox(em, clock), Users.MANAGER);
        events = beans.events();
        customers = new OrderFixture(beans);
        catalogService = as(Users.ADMINISTRATOR, CatalogService.class);
        customerOrders = beans.get(CustomerOrders.class);
        orders = beans.get(DomainOrders.class);
        received = beans.get(ReceivedEntries.class);
        believed = beans.get(ReconciledWork.class);
        notes = beans.get(WorkNotes.class);
        fallouts = beans.get(Fallouts.class);
        views = beans.get(DomainOrderViews.class);
        closing = beans.get(DomainOrderClosingService.class);
        changes = beans.get(DomainOrderChangeService.class);
        previews = as(Users.AGENT, PreviewedChangeService.class);
        preview = beans.get(ImpactPreview.class);
        intake = beans.get(WorkOrderEventIntake.class);
        noteSubjects = beans.get(DomainOrderNotes.class);
        retry = beans.get(RequestRetry.class);
        decomposition = beans.get(Decomposition.class);
        decisions = beans.get(CancellationDecisionService.class);
        followUps = beans.get(FollowUpService.class);
        explanation = beans.get(DecisionService.class);
    }

    /** A service as this user calls it. */
    public <T> T as(CurrentUser by, Class<T> service) {
        return customers.as(by, service);
    }

    /** The domain orders of a customer order: product, service and resource order of the fixture's product. */
    public List<DomainOrderView> of(String customerOrder) {
        return views.views(Users.MANAGER, orders.ofCustomerOrder(customerOrder));
    }

    public DomainOrderView find(String domainOrder) {
        return find(Users.MANAGER, domainOrder);
    }

    public DomainOrderView find(CurrentUser by, String domainOrder) {
        return as(by, DomainOrderService.class).find(domainOrder);
    }

    public List<WorkNoteView> notesOf(String domainOrder) {
        return notes.after(orders.find(domainOrder).orElseThrow().id(), WorkNoteFilter.ALL, 0, 0, 200);
    }

    public List<FalloutView> falloutsOf(String domainOrder) {
        return FalloutFixture.ofDomainOrder(em, domainOrder);
    }

    /** What looks after the synchronization, on the same entity manager. */
    public SyncFixture sync(InventoryRequests inventory) {
        return new SyncFixture(beans.with(inventory, Users.ADMINISTRATOR));
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
                shipped.shape(),
                shipped.rows().stream()
                        .map(r -> r.with(RowMatch.POINT_OF_NO_RETURN, "never"))
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

        @Override
        public List<String> rowIds(int version) {
            return version(version).table().rows().stream().map(TableRow::id).toList();
        }
    }
}
