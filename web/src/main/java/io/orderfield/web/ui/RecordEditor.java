package io.orderfield.web.ui;

import io.orderfield.web.problem.Problem;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the dialogs of all records have in common: save, what was wrong beside its field, and somebody else's change shown
 * beside one's own when both edited at once.
 */
public abstract class RecordEditor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    protected Decisions decisions;

    @Inject
    protected Texts texts;

    private final FieldForm form = new FieldForm();

    /**
     * A record as it is now.
     *
     * @param texts its fields as the form writes them
     */
    public record Current(
            Map<String, String> texts,
            long version,
            @Nullable String by,
            @Nullable Instant at) {}

    /** Creates or changes the record by its service, and answers its number. */
    protected abstract String store();

    /** Reads the record as it is now. */
    protected abstract Current current(String record);

    /** Key of the text that says that it is saved. */
    protected abstract String saved();

    /** Called after it was saved. */
    protected void afterSave(String record) {}

    /** Opens the dialog for a new record. */
    public void openNew() {
        form.openNew(Map.of());
    }

    public void save() {
        form.retry();
        String[] number = new String[1];
        Optional<Problem> refusal = decisions.quietly(() -> number[0] = store());
        if (refusal.isEmpty()) {
            decisions.say(texts.of(saved(), number[0]));
            afterSave(number[0]);
            return;
        }
        Problem problem = refusal.get();
        String record = form.getRecord();
        if (problem.status() == 412 && record != null) {
            Current now = current(record);
            form.changedMeanwhile(now.by(), now.at(), now.texts(), now.version(), this::label);
            FacesContext.getCurrentInstance().validationFailed(); // the dialog stays, and shows it by itself
            return;
        }
        form.wrong(problem.errors(), texts::of);
        decisions.tell(problem);
    }

    /** Saves over the other's change, which the reader has seen now. */
    public void keepMine() {
        form.keepMine();
        save();
    }

    /** Goes on from the other's change. */
    public void takeTheirs() {
        form.takeTheirs();
    }

    /** The reader's words for a field. */
    protected String label(String field) {
        return texts.word("field", field);
    }

    public FieldForm getForm() {
        return form;
    }
}
