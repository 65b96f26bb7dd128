package io.orderfield.web.domainorder;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.TemplateView;
import io.orderfield.om.change.DomainOrderChangeService;
import io.orderfield.om.closing.ClosingDecision;
import io.orderfield.om.closing.DomainOrderClosingService;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.fallout.FalloutFilter;
import io.orderfield.om.fallout.FalloutService;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.worknote.WorkNoteFilter;
import io.orderfield.om.worknote.WorkNoteService;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Feed;
import io.orderfield.web.ui.FeedEntry;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.NewestFirst;
import io.orderfield.web.ui.RecordPage;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** A domain order: its facts and work orders, what stands against closing it, and its activity. */
@Named("domainOrderPage")
@ViewScoped
public class DomainOrderPage extends RecordPage {
    private static final long serialVersionUID = 1L;
    private static final int MOST_FALLOUTS = 5;

    /** The chips of the activity with the kinds that each shows; empty where the kind does not matter. */
    private static final Map<String, Set<String>> CHIPS = new LinkedHashMap<>();

    static {
        CHIPS.put("all", Set.of());
        CHIPS.put("notes", Set.of("note"));
        CHIPS.put("states", Set.of("created", "state-changed", "canceled", "closed", "on-hold", "resumed"));
        CHIPS.put("changes", Set.of("updated", "scheduled", "assigned", "unassigned", "acknowledged"));
        CHIPS.put("field", Set.of());
    }

    @Inject
    DomainOrderChangeService changes;

    @Inject
    DomainOrderService orders;

    @Inject
    DomainOrderClosingService closing;

    @Inject
    WorkNoteService workNotes;

    @Inject
    FalloutService fallouts;

    @Inject
    CatalogService catalog;

    @Inject
    Feed feed;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    @Inject
    Me me;

    private long version;
    private transient @Nullable DomainOrderView order;
    private transient @Nullable List<Obstacle> obstacles;
    private final NewestFirst<WorkNoteView> notes = new NewestFirst<>();
    private transient @Nullable List<String> notedWorkOrders;
    private transient @Nullable List<FalloutView> openFallouts;
    private String shown = "all";
    private @Nullable String notedWorkOrder;
    private @Nullable String sought;
    private boolean share;

    /** Reads what is current. */
    public void load() {
        obstacles = null;
        notes.forget();
        notedWorkOrders = null;
        openFallouts = null;
        String asked = getNumber();
        order = asked == null ? null : decisions.orErrorPage(() -> orders.find(asked));
        if (order != null) {
            version = order.version();
        } else if (getNumber() == null) {
            decisions.answer(404);
        }
    }

    /** Writes a work note, and sends it to field service when that is wished. */
    public void write() {
        String text = getNote();
        if (text == null) {
            decisions.ask(text("note.empty"));
            return;
        }
        Optional<Problem> refused = decisions.attempt(
                share ? "note.shared" : "note.written", () -> workNotes.write(record(), text, share, "workspace"));
        if (refused.isEmpty()) {
            setNote(null);
            share = false;
        }
        load();
    }

    /** Closes. Where work was not completed the manager is asked to acknowledge it, with a reason. */
    public void close() {
        Optional<Problem> refused =
                decisions.quietly(() -> closing.close(record(), new ClosingDecision(false, null), version));
        if (refused.isEmpty()) {
            decisions.say(text("domainOrder.closed"));
        } else if (refused.get().code().equals("incomplete-work-not-acknowledged")) {
            setReason(null);
            PrimeFaces.current().executeScript("PF('acknowledge').show()");
        } else {
            decisions.tell(refused.get());
        }
        load();
    }

    /** Closes although not all of the work was completed. */
    public void closeIncomplete() {
        decisions.attempt(
                "domainOrder.closed",
                () -> closing.close(record(), new ClosingDecision(true, getReason()), version),
                record());
        load();
    }

    /** Asks Field Service for a work order that no row of the decision table wanted. */
    public void createWorkOrder() {
        String chosen = getTemplate();
        if (chosen == null) {
            decisions.ask(text("domainOrder.chooseTemplate"));
            return;
        }
        Optional<Problem> refused = decisions.attempt(
                "domainOrder.workOrderWanted", () -> changes.createWorkOrder(record(), chosen, getReason(), version));
        if (refused.isEmpty()) {
            setTemplate(null);
            setReason(null);
        }
        load();
    }

    private String text(String key) {
        return texts.of(key, record());
    }

    private String record() {
        if (getNumber() == null) {
            throw new IllegalStateException("the page has no domain order");
        }
        return getNumber();
    }

    public @Nullable DomainOrderView getOrder() {
        if (order == null && getNumber() != null) {
            load();
        }
        return order;
    }

    /** What stands against closing; empty for one that is closed. */
    public List<Obstacle> getObstacles() {
        List<Obstacle> known = obstacles;
        if (known == null) {
            known = isOpen()
                    ? closing.blockers(record()).stream().map(Obstacle::of).toList()
                    : List.of();
            obstacles = known;
        }
        return known;
    }

    /** The activity that the chosen chip, work order and text let through, the newest first. */
    public List<FeedEntry> getEntries() {
        return notes.shown(this::read).stream().map(feed::of).toList();
    }

    /** Whether there is more activity than is shown. */
    public boolean isMoreEntries() {
        return notes.isMore(this::read);
    }

    /** Shows more of it. */
    public void showOlder() {
        notes.showOlder();
    }

    /** Shows what the chosen filter lets through, from its newest. */
    public void filterEntries() {
        notes.restart();
    }

    private List<WorkNoteView> read(int first, int max) {
        return workNotes.newest(record(), noteFilter(), first, max);
    }

    private WorkNoteFilter noteFilter() {
        Set<String> kinds = CHIPS.getOrDefault(shown, Set.of());
        return new WorkNoteFilter(kinds, shown.equals("field") ? "field-service" : null, notedWorkOrder, sought);
    }

    /** The work orders that the activity is about. */
    public List<String> getNotedWorkOrders() {
        List<String> known = notedWorkOrders;
        if (known == null) {
            known = workNotes.workOrders(record());
            notedWorkOrders = known;
        }
        return known;
    }

    /** What needs a person here, for who may read it; the first few. */
    public List<FalloutView> getOpenFallouts() {
        List<FalloutView> known = openFallouts;
        if (known == null) {
            known = me.may(Right.READ_FALLOUTS)
                    ? fallouts.list(FalloutFilter.openOf(record()), 0, MOST_FALLOUTS)
                    : List.of();
            openFallouts = known;
        }
        return known;
    }

    public int getClosedWorkOrders() {
        DomainOrderView known = getOrder();
        return known == null
                ? 0
                : (int) known.workOrders().stream().filter(link -> !link.open()).count();
    }

    /** Whether something is under way between the two sides. */
    public boolean pending(WorkOrderLinkView link) {
        return link.pending() != null;
    }

    public boolean isOpen() {
        DomainOrderView known = getOrder();
        return known != null && known.open();
    }

    /** Whether the reader may close it once nothing stands against it. */
    public boolean isCloser() {
        return me.may(Right.DECIDE_ORDERS) && isOpen();
    }

    /** Whether the reader may ask for more work for it now. */
    public boolean isCreator() {
        DomainOrderView known = getOrder();
        return known != null && known.allows("createWorkOrder");
    }

    public boolean isWriter() {
        return me.may(Right.WRITE_NOTES);
    }

    public List<TemplateView> getTemplates() {
        return catalog.workOrderTemplates().stream()
                .filter(TemplateView::active)
                .toList();
    }

    public void show(String chip) {
        shown = chip;
        filterEntries();
    }

    /** The chips of the activity. */
    public List<String> getChips() {
        return List.copyOf(CHIPS.keySet());
    }

    public @Nullable String getNotedWorkOrder() {
        return notedWorkOrder;
    }

    public void setNotedWorkOrder(@Nullable String notedWorkOrder) {
        this.notedWorkOrder = notedWorkOrder;
    }

    public @Nullable String getSought() {
        return sought;
    }

    public void setSought(@Nullable String sought) {
        this.sought = sought;
    }

    public String getShown() {
        return shown;
    }

    public boolean isShare() {
        return share;
    }

    public void setShare(boolean share) {
        this.share = share;
    }
}
