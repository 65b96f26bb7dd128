package io.orderfield.web.policy;

import io.orderfield.om.policy.life.RowLifeService;
import io.orderfield.om.policy.life.RowLifeView;
import io.orderfield.om.policy.life.RowMark;
import io.orderfield.web.ui.Decisions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** What the rows of the version that is shown have caused, counted when somebody asks for it. */
@Named("tableLife")
@ViewScoped
public class TableLife implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whoever wants more looks for marks. */
    private static final int MOST_SHOWN = 100;

    @Inject
    DecisionTablePage page;

    @Inject
    RowLifeService lives;

    @Inject
    Decisions decisions;

    private @Nullable String mark;
    private boolean shown;
    private transient @Nullable List<RowLifeView> rows;

    /** Counts what there is now. */
    public void show() {
        rows = List.of();
        decisions.quietly(() -> rows = counted()).ifPresent(decisions::tell);
        shown = true;
    }

    private List<RowLifeView> counted() {
        return lives.hits(
                Objects.requireNonNull(page.getTable()),
                Objects.requireNonNull(page.getShown()).version(),
                null,
                mark);
    }

    /** The rows with the mark that was chosen, or all. */
    public List<RowLifeView> getRows() {
        List<RowLifeView> known = rows;
        if (known == null) {
            known = shown ? counted() : List.of();
            rows = known;
        }
        return known;
    }

    /** As many of them as anybody reads. */
    public List<RowLifeView> getListed() {
        return getRows().stream().limit(MOST_SHOWN).toList();
    }

    /** How many are not listed. */
    public int getUnlisted() {
        return Math.max(0, getRows().size() - MOST_SHOWN);
    }

    /** Tells the grid which rows these are. */
    public void light() {
        PrimeFaces.current()
                .ajax()
                .addCallbackParam(
                        "rows", getRows().stream().map(RowLifeView::id).collect(Collectors.joining(",")));
    }

    /** The names of the marks that can be chosen. */
    public List<String> getMarks() {
        return Arrays.stream(RowMark.values()).map(RowMark::name).toList();
    }

    public boolean isShown() {
        return shown;
    }

    public @Nullable String getMark() {
        return mark;
    }

    public void setMark(@Nullable String mark) {
        this.mark = mark;
    }
}
