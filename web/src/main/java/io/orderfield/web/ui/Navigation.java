package io.orderfield.web.ui;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.fallout.FalloutFilter;
import io.orderfield.om.fallout.FalloutService;
import io.orderfield.om.inflight.InflightChangeFilter;
import io.orderfield.om.inflight.InflightChangeService;
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways that the reader's roles open. */
@Named("navigation")
@RequestScoped
public class Navigation {
    /**
     * A group of pages.
     *
     * @param label null for the pages above all groups
     */
    public record Group(@Nullable String label, List<Entry> entries) {}

    /**
     * A page.
     *
     * @param id chosen by the page that is this one
     * @param count what waits there, null for nothing
     */
    public record Entry(
            String id,
            String label,
            String path,
            String icon,
            @Nullable Long count) {}

    @Inject
    Me me;

    @Inject
    Texts texts;

    @Inject
    CustomerOrderService orders;

    @Inject
    FalloutService fallouts;

    @Inject
    InflightChangeService changes;

    private @Nullable List<Group> groups;

    /** The groups that have at least one page for this reader. */
    public List<Group> getGroups() {
        List<Group> known = groups;
        if (known == null) {
            known = List.of(
                            new Group(null, List.of(entry("home", "/index.xhtml", "home", null))),
                            new Group(texts.of("nav.orderManagement"), orderManagement()),
                            new Group(texts.of("nav.fieldService"), fieldService()),
                            new Group(texts.of("nav.administration"), administration()))
                    .stream()
                    .filter(group -> !group.entries().isEmpty())
                    .toList();
            groups = known;
        }
        return known;
    }

    private List<Entry> orderManagement() {
        List<Entry> entries = new ArrayList<>();
        if (me.may(Right.READ_ORDERS)) {
            entries.add(entry("customerOrders", "/customer-order/list.xhtml", "shopping-cart", null));
            if (me.may(Right.DECIDE_ORDERS)) {
                entries.add(entry("approvals", "/approvals.xhtml", "check-square", waiting()));
            }
            entries.add(entry("domainOrders", "/domain-order/list.xhtml", "sitemap", null));
        }
        if (me.may(Right.READ_FALLOUTS)) {
            entries.add(entry("fallouts", "/fallout/list.xhtml", "exclamation-triangle", openFallouts()));
        }
        if (me.may(Right.READ_DECISION_TABLES)) {
            entries.add(entry("decisionTables", "/decision-table/list.xhtml", "list", null));
        }
        return entries;
    }

    private List<Entry> fieldService() {
        List<Entry> entries = new ArrayList<>();
        if (me.isTechnician()) {
            entries.add(entry("myTasks", "/my-tasks.xhtml", "list-check", null));
        }
        if (me.may(Right.DISPATCH)) {
            entries.add(entry("dispatch", "/dispatch.xhtml", "calendar", null));
        }
        if (me.may(Right.READ_WORK_ORDERS)) {
            entries.add(entry("workOrders", "/work-order/list.xhtml", "wrench", null));
        }
        return entries;
    }

    private List<Entry> administration() {
        List<Entry> entries = new ArrayList<>();
        if (me.may(Right.KEEP_REFERENCE_DATA)) {
            entries.add(entry("accounts", "/account/list.xhtml", "building", null));
            entries.add(entry("specifications", "/specification/list.xhtml", "box", null));
        }
        if (me.may(Right.MANAGE_USERS)) {
            entries.add(entry("users", "/user/list.xhtml", "users", null));
        }
        if (me.may(Right.KEEP_REFERENCE_DATA)) {
            entries.add(entry("import", "/import.xhtml", "upload", null));
        }
        if (me.may(Right.MANAGE_SETTINGS)) {
            entries.add(entry("settings", "/settings.xhtml", "cog", null));
        }
        if (me.may(Right.MANAGE_SYNC)) {
            entries.add(entry("sync", "/sync.xhtml", "sync", null));
        }
        if (me.may(Right.KEEP_REFERENCE_DATA)) {
            entries.add(entry("templates", "/template/list.xhtml", "clipboard", null));
            entries.add(entry("technicians", "/technician/list.xhtml", "id-card", null));
        }
        return entries;
    }

    private @Nullable Long waiting() {
        long waiting = orders.count(CustomerOrderFilter.waiting()) + changes.count(InflightChangeFilter.waiting());
        return waiting == 0 ? null : waiting;
    }

    private @Nullable Long openFallouts() {
        long open = fallouts.count(FalloutFilter.open());
        return open == 0 ? null : open;
    }

    private Entry entry(String id, String path, String icon, @Nullable Long count) {
        return new Entry(id, texts.of("nav." + id), path, icon, count);
    }
}
