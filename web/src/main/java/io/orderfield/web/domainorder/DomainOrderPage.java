package io.orderfield.web.domainorder;

import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.TemplateView;
import io.orderfield.om.domainorder.DomainOrderClosingService;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.worknote.WorkNoteService;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Feed;
import io.orderfield.web.ui.FeedEntry;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** A domain order: its facts and work orders, what stands against closing it, and its activity. */
@Named("domainOrderPage")
@ViewScoped
public class DomainOrderPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NOTES = 200;
    private static final Set<String> OPEN = Set.of("IN_PROGRESS", "ON_HOLD", "CANCELLATION_IN_PROGRESS");

    @Inject
    DomainOrderService orders;

    @Inject
    DomainOrderClosingService closing;

    @Inject
    WorkNoteService workNotes;

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

    private @Nullable String number;
    private long version;
    private transient @Nullable DomainOrderView order;
    private transient @Nullable List<Obstacle> obstacles;
    private transient @Nullable List<WorkNoteView> notes;
    private String shown = "all";
    private @Nullable String note;
    private boolean share;
    private @Nullable String reason;
    private @Nullable String template;

    /** Reads what is current. */
    public void load() {
        obstacles = null;
        notes = null;
        order = number == null ? null : decisions.orErrorPage(() -> orders.find(number));
        if (order != null) {
            version = order.version();
        } else if (number == null) {
            decisions.answer(404);
        }
    }

    /** Writes a work note, and sends it to field service when that is wished. */
    public void write() {
        String text = note;
        if (text == null) {
            decisions.ask(text("note.empty"));
            return;
        }
        Optional<Problem> refused = decisions.attempt(
                share ? "note.shared" : "note.written", () -> workNotes.write(record(), text, share, "workspace"));
        if (refused.isEmpty()) {
            note = null;
            share = false;
        }
        load();
    }

    /** Closes. Where work was not completed the manager is asked to acknowledge it, with a reason. */
    public void close() {
        Optional<Problem> refused = decisions.quietly(() -> closing.close(record(), false, null, version));
        if (refused.isEmpty()) {
            decisions.say(text("domainOrder.closed"));
        } else if (refused.get().code().equals("incomplete-work-not-acknowledged")) {
            reason = null;
            PrimeFaces.current().executeScript("PF('acknowledge').show()");
        } else {
            decisions.tell(refused.get());
        }
        load();
    }

    /** Closes although not all of the work was completed. */
    public void closeIncomplete() {
        decisions.attempt("domainOrder.closed", () -> closing.close(record(), true, reason, version), record());
        load();
    }

    /** Asks Field Service for a work order that no row of the decision table wanted. */
    public void createWorkOrder() {
        String chosen = template;
        if (chosen == null) {
            decisions.ask(text("domainOrder.chooseTemplate"));
            return;
        }
        Optional<Problem> refused = decisions.attempt(
                "domainOrder.workOrderWanted", () -> orders.createWorkOrder(record(), chosen, reason, version));
        if (refused.isEmpty()) {
            template = null;
            reason = null;
        }
        load();
    }

    private String text(String key) {
        return texts.of(key, record());
    }

    private String record() {
        if (number == null) {
            throw new IllegalStateException("the page has no domain order");
        }
        return number;
    }

    public @Nullable DomainOrderView getOrder() {
        if (order == null && number != null) {
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

    /** The activity that the chosen chip shows, the newest first. */
    public List<FeedEntry> getEntries() {
        return notes().stream()
                .filter(this::isShown)
                .sorted(Comparator.comparing(WorkNoteView::occurredAt)
                        .thenComparing(WorkNoteView::position)
                        .reversed())
                .map(feed::of)
                .toList();
    }

    private boolean isShown(WorkNoteView entry) {
        return switch (shown) {
            case "field" -> entry.channel().equals("field-service");
            case "notes" -> entry.kind().equals("note");
            default -> true;
        };
    }

    private List<WorkNoteView> notes() {
        List<WorkNoteView> known = notes;
        if (known == null) {
            known = new ArrayList<>();
            List<WorkNoteView> page;
            long after = 0;
            do {
                page = workNotes.list(record(), after, MOST_NOTES);
                known.addAll(page);
                after = page.isEmpty() ? after : page.get(page.size() - 1).position();
            } while (page.size() == MOST_NOTES);
            notes = known;
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
        return known != null && OPEN.contains(known.state());
    }

    /** Whether the reader may close it once nothing stands against it. */
    public boolean isCloser() {
        return me.isManager() && isOpen();
    }

    public boolean isWriter() {
        return me.isOrdering() || me.isDispatcher();
    }

    public List<TemplateView> getTemplates() {
        return catalog.workOrderTemplates().stream()
                .filter(TemplateView::active)
                .toList();
    }

    public void show(String chip) {
        shown = chip;
    }

    public String getShown() {
        return shown;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public boolean isShare() {
        return share;
    }

    public void setShare(boolean share) {
        this.share = share;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = template;
    }
}
