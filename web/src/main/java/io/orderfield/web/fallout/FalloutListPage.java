package io.orderfield.web.fallout;

import io.orderfield.om.fallout.FalloutFilter;
import io.orderfield.om.fallout.FalloutService;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.ListPage;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Tab;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fallouts: the open ones first, those that the reader takes care of, all. */
@Named("falloutListPage")
@ViewScoped
public class FalloutListPage extends ListPage<FalloutView> {
    private static final long serialVersionUID = 1L;
    private static final String MINE = "mine";
    private static final List<String> TABS = List.of("open", MINE, "resolved", "all");
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

    private @Nullable String cause;

    public FalloutListPage() {
        super(TABS);
    }

    @PostConstruct
    void prepare() {
        show(new LazyList<>(
                () -> fallouts.count(filter(getTab(), cause)),
                (sort, first, max) -> fallouts.list(filter(getTab(), cause), first, max)));
    }

    @Override
    protected List<Tab> countedTabs() {
        return Tab.counted(TABS, id -> texts.of("fallouts.tab." + id), id -> fallouts.count(filter(id, null)));
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

    public @Nullable String getCause() {
        return cause;
    }

    public void setCause(@Nullable String cause) {
        this.cause = cause;
    }
}
