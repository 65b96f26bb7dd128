package io.orderfield.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The task of a work order on which the technician works. It can be paused and resumed for ever, and each of that is a state
 * change with a note; its checklist can be ticked, which stays in Field Service. One step after the other: a step that is
 * due before the one before it is answered waits for that.
 */
final class FieldTask {
    private static final int PAGE = 200;

    private final String workOrder;
    private final String domainOrder;
    private final String path;
    private final String checklistItem;
    private final List<String> changes = new ArrayList<>();
    private final List<Boolean> wanted = new ArrayList<>();
    private final List<Boolean> noted = new ArrayList<>();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private boolean paused;
    private boolean ticked;
    private long position;

    FieldTask(String workOrder, String domainOrder, String task, String checklistItem) {
        this.workOrder = workOrder;
        this.domainOrder = domainOrder;
        this.path = "/work-order-tasks/" + task;
        this.checklistItem = checklistItem;
    }

    /** A state change; the future ends with its answer. */
    synchronized CompletableFuture<Void> change(KeepAliveClient technician, String traceId) {
        paused = !paused;
        String step = path + (paused ? "/pause" : "/resumption");
        changes.add(traceId);
        wanted.add(paused);
        last = last.thenCompose(answered -> technician.send("POST", step, "{}", traceId));
        return last;
    }

    /** The same call of the same service, but nothing that Order Management is told; the future ends with its answer. */
    synchronized CompletableFuture<Void> tick(KeepAliveClient technician, String traceId) {
        ticked = !ticked;
        String body = "{\"done\":" + ticked + "}";
        last = last.thenCompose(
                answered -> technician.send("PUT", path + "/checklist/" + checklistItem, body, traceId));
        return last;
    }

    /** Reads the notes that are new, and adds when each was recorded, by the trace id of its change. */
    void readNotes(KeepAliveClient reader, Map<String, Instant> recorded) {
        JsonNode page;
        do {
            page = newNotes(reader);
            for (JsonNode note : page) {
                position = note.path("position").asLong();
                if (workOrder.equals(note.path("workOrder").asText())) {
                    note(note, recorded);
                }
            }
        } while (page.size() == PAGE);
    }

    /** Notes of a work order come in the order of its changes: the next note is that of the next change. */
    private void note(JsonNode note, Map<String, Instant> recorded) {
        if (noted.size() < changes.size()) {
            recorded.put(
                    changes.get(noted.size()),
                    Instant.parse(note.path("recordedAt").asText()));
        }
        noted.add(note.path("changes").findValuesAsText("new").contains("PAUSED"));
    }

    /** Whether a reader sees the note of this change now. */
    boolean shows(KeepAliveClient reader, String traceId) {
        return newNotes(reader).findValuesAsText("traceId").contains(traceId);
    }

    private JsonNode newNotes(KeepAliveClient reader) {
        return reader.list("/domain-orders/" + domainOrder + "/work-notes?after=" + position + "&size=" + PAGE);
    }

    /** What was read of it before is not counted. */
    void beginAudit(KeepAliveClient reader) {
        readNotes(reader, new HashMap<>());
        noted.clear();
    }

    boolean isNoted() {
        return noted.size() >= changes.size();
    }

    /** Fails unless each change is exactly one note, in the order of the changes. */
    void audit() {
        if (!noted.equals(wanted)) {
            throw new AssertionError(workOrder + ": " + changes.size() + " changes, " + noted.size()
                    + " notes, or not in the same order");
        }
    }
}
