package io.orderfield.web.policy;

import io.orderfield.om.policy.CoverageCellView;
import io.orderfield.om.policy.CoverageCellView.CoveringRow;
import io.orderfield.om.policy.DecisionTableService;
import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.DraftView;
import io.orderfield.om.policy.TableColumnView;
import io.orderfield.rules.Column;
import io.orderfield.web.policy.CoverageLine.Cell;
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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * The matrix of specifications and actions with the rows that can be met by each: of the version that decides, or of the
 * draft of the page. It is made when somebody asks for it.
 */
@Named("tableCoverage")
@ViewScoped
public class TableCoverage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of columns of these kinds it can be known what may stand in them. */
    private static final Set<String> FINER = Set.of("TEXT", "PRIORITY", "CHARACTERISTIC");

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
    private List<CoverageLine> lines = new ArrayList<>();
    private List<String> rowsOfCells = new ArrayList<>();
    private boolean shown;
    private int gaps;

    /** Makes the matrix of what is there now. */
    public void show() {
        lines = new ArrayList<>();
        rowsOfCells = new ArrayList<>();
        gaps = 0;
        decisions
                .quietly(() -> {
                    choices = (isOfDraft() ? ofDraft() : ofVersion())
                            .filter(of -> !of.result() && FINER.contains(of.kind()))
                            .map(TableColumnView::header)
                            .toList();
                    cells().forEach(this::add);
                })
                .ifPresent(decisions::tell);
        shown = true;
    }

    private List<CoverageCellView> cells() {
        return isOfDraft()
                ? drafts.coverage(draftPage.code(), draftPage.id(), column)
                : tables.coverage(Objects.requireNonNull(page.getTable()), column);
    }

    private void add(CoverageCellView cell) {
        int last = lines.size() - 1;
        boolean isOfLast = last >= 0
                && lines.get(last).specification().equals(cell.specification())
                && lines.get(last).value().equals(cell.value());
        if (!isOfLast) {
            lines.add(new CoverageLine(cell.specification(), cell.value(), new ArrayList<>()));
        }
        lines.get(lines.size() - 1)
                .cells()
                .add(new Cell(cell.action(), rowsOfCells.size(), cell.rows().size()));
        rowsOfCells.add(cell.rows().stream().map(CoveringRow::id).collect(Collectors.joining(",")));
        gaps += cell.rows().isEmpty() ? 1 : 0;
    }

    private Stream<TableColumnView> ofVersion() {
        return tables
                .columns(
                        Objects.requireNonNull(page.getTable()),
                        Objects.requireNonNull(page.getServing()).version())
                .stream();
    }

    private Stream<TableColumnView> ofDraft() {
        DraftView now = drafts.find(draftPage.code(), draftPage.id());
        return Stream.concat(now.columns().stream(), now.offered().stream());
    }

    /** Tells the grid which rows belong to the cell that was chosen. */
    public void light() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String cell = asked.getOrDefault("cell", "");
        if (PLACE.matcher(cell).matches() && Integer.parseInt(cell) < rowsOfCells.size()) {
            PrimeFaces.current().ajax().addCallbackParam("rows", rowsOfCells.get(Integer.parseInt(cell)));
        }
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
        return lines;
    }

    /** How many cells no row covers. */
    public int getGaps() {
        return gaps;
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
