package io.orderfield.web.policy;

import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.TriedDraft;
import io.orderfield.om.policy.TriedDraft.TriedRow;
import io.orderfield.rules.Column;
import io.orderfield.rules.RowExplanation.ConditionCheck;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.FieldForm;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** Tries the draft of the page on a domain order that there is or might be: the rows that count, and why not the others. */
@Named("tableTrial")
@ViewScoped
public class TableTrial implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of the rows that don't count those that miss least; any other can be asked for by its number. */
    private static final int NEAREST = 20;

    @Inject
    TableDraftPage page;

    @Inject
    DraftService drafts;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private final FieldForm form = new FieldForm();
    private @Nullable Integer row;
    private transient @Nullable TriedDraft answer;

    /** Asks the draft. */
    public void ask() {
        form.retry();
        answer = null;
        AtomicReference<TriedDraft> given = new AtomicReference<>();
        decisions
                .quietly(() -> given.set(drafts.evaluate(page.code(), page.id(), TrialFields.read(form))))
                .ifPresent(this::refused);
        answer = given.get();
    }

    private void refused(Problem problem) {
        form.wrong(problem.errors(), texts::of);
        decisions.tell(problem);
    }

    /** Null before anything was asked. */
    public @Nullable TriedDraft getAnswer() {
        return answer;
    }

    /** The rows that count. */
    public List<TriedRow> getHits() {
        return rows().stream().filter(TriedRow::matched).toList();
    }

    /** The rows that don't count: those that miss least first, or the one that was asked for. */
    public List<TriedRow> getOthers() {
        Integer asked = row;
        return rows().stream()
                .filter(tried -> !tried.matched())
                .filter(tried -> asked == null || tried.row() == asked)
                .sorted(Comparator.comparingInt(TableTrial::misses).thenComparing(TriedRow::row))
                .limit(NEAREST)
                .toList();
    }

    private static int misses(TriedRow tried) {
        return tried.whyNot().size()
                + (int) tried.conditions().stream()
                        .filter(check -> !check.met())
                        .count();
    }

    /** The cells that are not met. */
    public List<ConditionCheck> unmet(TriedRow tried) {
        return tried.conditions().stream().filter(check -> !check.met()).toList();
    }

    /** What the row wants, in the order of its columns. */
    public String results(TriedRow tried) {
        return String.join(", ", tried.results().values());
    }

    /** Tells the grid which rows count. */
    public void light() {
        PrimeFaces.current()
                .ajax()
                .addCallbackParam("rows", getHits().stream().map(TriedRow::id).collect(Collectors.joining(",")));
    }

    private List<TriedRow> rows() {
        TriedDraft given = answer;
        return given == null ? List.of() : given.rows();
    }

    public FieldForm getForm() {
        return form;
    }

    /** What a domain order may ask for. */
    public List<String> getActions() {
        return Column.ACTIONS;
    }

    /** Number of the row of which it is asked why not; null for those that miss least. */
    public @Nullable Integer getRow() {
        return row;
    }

    public void setRow(@Nullable Integer row) {
        this.row = row;
    }
}
