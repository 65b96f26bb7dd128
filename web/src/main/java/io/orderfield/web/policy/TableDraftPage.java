package io.orderfield.web.policy;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.DecisionTableService;
import io.orderfield.om.policy.DecisionTableSummary;
import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.DraftSummary;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.People;
import io.orderfield.web.ui.Texts;
import io.orderfield.web.ui.Way;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A draft of a decision table around its editor: whose it is, and how it ends without being published. */
@Named("tableDraftPage")
@ViewScoped
public class TableDraftPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    DecisionTableService tables;

    @Inject
    DraftService drafts;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    @Inject
    Me me;

    @Inject
    Way way;

    @Inject
    People people;

    private @Nullable String id;
    private long revision;
    private boolean asked;
    private transient @Nullable DraftSummary draft;
    private transient @Nullable DecisionTableSummary table;

    /** Reads what is current. */
    public void load() {
        draft = null;
        for (DecisionTableSummary of : tables.list()) {
            drafts.list(of.table()).stream()
                    .filter(found -> found.id().toString().equals(id))
                    .findFirst()
                    .ifPresent(found -> {
                        draft = found;
                        table = of;
                        revision = found.revision();
                    });
        }
        if (draft == null) {
            decisions.answer(404);
        }
    }

    /** Null where it has ended meanwhile: then the answer is the error page. */
    public @Nullable DraftSummary getDraft() {
        if (draft == null && id != null) {
            load();
        }
        return draft;
    }

    public @Nullable DecisionTableSummary getTable() {
        return getDraft() == null ? null : table;
    }

    /** Code of the table. */
    public String code() {
        return Objects.requireNonNull(getDraft()).table();
    }

    /** What tells it from other drafts. */
    public UUID id() {
        return Objects.requireNonNull(getDraft()).id();
    }

    /** The revision that the reader was shown last. */
    public long revision() {
        return revision;
    }

    /** The names of all who wrote in it. */
    public String getWriters() {
        return Objects.requireNonNull(getDraft()).authors().stream()
                .map(people::name)
                .collect(Collectors.joining(", "));
    }

    /** How many changes to the version that decides go with it. */
    public int getChanges() {
        return asked ? drafts.differences(code(), id()).size() : 0;
    }

    /** Opens the question whether to discard the draft as it is now. */
    public void ask() {
        load();
        asked = true;
    }

    /** Ends the draft. */
    public void discard() {
        String of = code();
        long seen = revision;
        decisions
                .quietly(() -> drafts.discard(of, id(), seen))
                .ifPresentOrElse(decisions::tell, () -> leave(of, texts.of("table.discarded")));
    }

    /** To the page of the table, where it is said what was done. */
    public void leave(String of, String done) {
        decisions.sayThere(done);
        way.to("/decision-table/details.xhtml", "table", of);
    }

    public boolean isAuthor() {
        return me.may(Right.AUTHOR_DECISION_TABLES);
    }

    public boolean isPublisher() {
        return me.may(Right.PUBLISH_DECISION_TABLES);
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
