package io.orderfield.web.policy;

import io.orderfield.om.policy.DecisionTableService;
import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.coverage.CoverageCellView;
import io.orderfield.om.policy.coverage.CoverageCellView.CoveringRow;
import io.orderfield.rules.Column;
import io.orderfield.web.ui.Decisions;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * The matrix of specifications and actions with the rows that can be met by each: of the version or the draft that the page
 * shows. It is made when somebody asks for it.
 */
@Named("tableCoverage")
@ViewScoped
public class TableCoverage implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern PLACE = Pattern.compile("[0-9]{1,6}");

    @Inject
    DecisionTablePage page;

    @Inject
    TableDraftPage draftPage;

    @Inject
    DecisionTableService tables;

    @Inject
    DraftService drafts;

    @Inject
    Decisions decisions;

    private @Nullable String column;
    private List<String> choices = new ArrayList<>();
    private CoverageMatrix matrix = CoverageMatrix.NOTHING;
    private boolean shown;

    /** Makes the matrix of what is there now. */
    public void show() {
        matrix = CoverageMatrix.NOTHING;
        decisions
                .quietly(() -> {
                    choices = tables.coverageColumns(table());
                    matrix = CoverageMatrix.of(cells());
                })
                .ifPresent(decisions::tell);
        shown = true;
    }

    private List<CoverageCellView> cells() {
        return isOfDraft()
                ? drafts.coverage(draftPage.code(), draftPage.id(), column)
                : tables.coverage(
                        table(), Objects.requireNonNull(page.getShown()).version(), column);
    }

    private String table() {
        return isOfDraft() ? draftPage.code() : Objects.requireNonNull(page.getTable());
    }

    /** Tells the grid which rows belong to the cell that was chosen: asked anew, a page keeps no rows. */
    public void light() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String cell = asked.getOrDefault("cell", "");
        if (!PLACE.matcher(cell).matches()) {
            return;
        }
        decisions
                .quietly(() -> cells().stream()
                        .skip(Integer.parseInt(cell))
                        .findFirst()
                        .ifPresent(chosen -> PrimeFaces.current()
                                .ajax()
                                .addCallbackParam(
                                        "rows",
                                        chosen.rows().stream()
                                                .map(CoveringRow::id)
                                                .collect(Collectors.joining(",")))))
                .ifPresent(decisions::tell);
    }

    private boolean isOfDraft() {
        return draftPage.getId() != null;
    }

    /** The actions, as the heads of columns. */
    public List<String> getActions() {
        return Column.ACTIONS;
    }

    /** Further columns by which the matrix can be made finer. */
    public List<String> getChoices() {
        return choices;
    }

    public List<CoverageLine> getLines() {
        return matrix.lines();
    }

    /** How many lines are not shown. */
    public int getHidden() {
        return matrix.hidden();
    }

    /** How many cells no row covers. */
    public long getGaps() {
        return matrix.gaps();
    }

    /** How many of these are covered for other values of the column. */
    public long getForgotten() {
        return matrix.forgotten();
    }

    public boolean isShown() {
        return shown;
    }

    public @Nullable String getColumn() {
        return column;
    }

    public void setColumn(@Nullable String column) {
        this.column = column;
    }
}
