package io.orderfield.web.fallout;

import io.orderfield.om.fallout.FalloutFilter;
import io.orderfield.om.fallout.FalloutService;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Tab;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fallouts: the open ones first, those that the reader takes care of, all. */
@Named("falloutListPage")
@ViewScoped
public class FalloutListPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String OPEN = "open";
    private static final String MINE = "mine";
    private static final List<String> TABS = List.of(OPEN, MINE, "resolved", "all");
    private static final Set<String> UNRESOLVED = Set.of("OPEN", "IN_PROGRESS");

    /** The causes that there are, for the filter. */
    private static final List<String> CAUSES = List.of(
            "creation-refused",
            "update-refused",
            "cancellation-refused",
            "follow-up-declined",
            "closed-work-changed",
            "creation-undelivered",
            "update-undelivered",
            "cancellation-undelivered",
            "message-failed",
            "message-dead",
            "work-order-missing",
            "work-order-orphaned",
            "work-order-duplicate",
            "work-order-behind");

    @Inject
    FalloutService fallouts;

    @Inject
    Texts texts;

    @Inject
    Me me;

    private String tab = OPEN;
    private @Nullable String cause;
    private @Nullable LazyList<FalloutView> rows;
    private transient @Nullable List<Tab> tabs;

    @PostConstruct
    void prepare() {
        rows = new LazyList<>(
                () -> fallouts.count(filter(tab, cause)),
                (sort, first, max) -> fallouts.list(filter(tab, cause), first, max));
    }

    public List<Tab> getTabs() {
        List<Tab> known = tabs;
        if (known == null) {
            known = TABS.stream()
                    .map(t -> new Tab(t, texts.of("fallouts.tab." + t), Set.of(), fallouts.count(filter(t, null))))
                    .toList();
            tabs = known;
        }
        return known;
    }

    private FalloutFilter filter(String of, @Nullable String wantedCause) {
        return switch (of) {
            case MINE -> new FalloutFilter(UNRESOLVED, wantedCause, me.getUsername(), null, null);
            case "resolved" -> new FalloutFilter(Set.of("RESOLVED"), wantedCause, null, null, null);
            case "all" -> new FalloutFilter(Set.of(), wantedCause, null, null, null);
            default -> new FalloutFilter(UNRESOLVED, wantedCause, null, null, null);
        };
    }

    public List<String> getCauses() {
        return CAUSES;
    }

    public @Nullable LazyList<FalloutView> getRows() {
        return rows;
    }

    public String getTab() {
        return tab;
    }

    /** An unknown tab of an old or mistyped address shows the open ones. */
    public void setTab(@Nullable String tab) {
        this.tab = tab != null && TABS.contains(tab) ? tab : OPEN;
    }

    public @Nullable String getCause() {
        return cause;
    }

    public void setCause(@Nullable String cause) {
        this.cause = cause;
    }
}
