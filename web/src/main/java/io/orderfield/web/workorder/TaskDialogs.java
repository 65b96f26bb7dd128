package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.RefusalReason;
import io.orderfield.fsm.workorder.WorkOrderService;
import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.Decisions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of a technician that need words, in dialogs that the pages share: refuse, note and complete. */
@Named("taskDialogs")
@ViewScoped
public class TaskDialogs implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    WorkOrderTaskService tasks;

    @Inject
    WorkOrderService workOrders;

    @Inject
    Decisions decisions;

    private @Nullable String task;
    private @Nullable String workOrder;
    private long version;
    private @Nullable String note;
    private @Nullable String reason;
    private String closeCode = "complete";
    private @Nullable String closeNote;
    private List<String> missing = List.of();

    /** The task that a dialog is about. */
    public void choose(WorkOrderTaskView chosen) {
        task = chosen.number();
        workOrder = chosen.workOrder();
        version = chosen.version();
        note = null;
        reason = null;
        closeCode = "complete";
        closeNote = null;
        missing = chosen.checklist().stream()
                .filter(item -> item.mandatory() && !item.done())
                .map(item -> item.text())
                .toList();
    }

    public void refuse() {
        String number = Chosen.number(task);
        String why = reason == null ? "" : reason;
        decisions.attempt("task.refused", () -> tasks.refuse(number, why, version), number);
    }

    /** A note on the work order of the task. */
    public void writeNote() {
        String number = Chosen.number(workOrder);
        String text = note == null ? "" : note;
        decisions.attempt("note.written", () -> workOrders.addNote(number, text));
    }

    public void complete() {
        String number = Chosen.number(task);
        decisions.attempt("task.completed", () -> tasks.complete(number, closeCode, closeNote, version), number);
    }

    /** Codes of the reasons that a technician may have. */
    public List<String> getRefusalReasons() {
        return Stream.of(RefusalReason.values()).map(RefusalReason::code).toList();
    }

    /** What has to be ticked off before the task can be completed. */
    public List<String> getMissing() {
        return missing;
    }

    public @Nullable String getTask() {
        return task;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public String getCloseCode() {
        return closeCode;
    }

    public void setCloseCode(@Nullable String closeCode) {
        this.closeCode = closeCode == null ? "complete" : closeCode;
    }

    public @Nullable String getCloseNote() {
        return closeNote;
    }

    public void setCloseNote(@Nullable String closeNote) {
        this.closeNote = closeNote;
    }
}
