package io.orderfield.web.policy;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.DecisionTableService;
import io.orderfield.om.policy.DecisionTableSummary;
import io.orderfield.om.policy.DecisionTableVersionView;
import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.DraftSummary;
import io.orderfield.om.policy.PublicationService;
import io.orderfield.om.policy.TableDifference;
import io.orderfield.om.policy.TableVersionState;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Way;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A decision table: its versions, the one that is shown, its drafts, and what is different between any two versions. */
@Named("decisionTablePage")
@ViewScoped
public class DecisionTablePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    DecisionTableService tables;

    @Inject
    DraftService drafts;

    @Inject
    PublicationService publications;

    @Inject
    Decisions decisions;

    @Inject
    Me me;

    @Inject
    Way way;

    private @Nullable String table;
    private @Nullable Integer version;
    private @Nullable Integer row;
    private @Nullable Integer from;
    private @Nullable Integer to;
    private @Nullable Integer withdrawn;
    private transient @Nullable List<DecisionTableVersionView> versions;
    private transient @Nullable List<TableDifference> differences;

    /** Reads what is current. */
    public void load() {
        String asked = table;
        versions = asked == null ? null : decisions.orErrorPage(() -> tables.versions(asked));
        if (asked == null) {
            decisions.answer(404);
            return;
        }
        if (versions != null && getShown() == null) {
            decisions.answer(404);
        }
    }

    /** Newest first. */
    public List<DecisionTableVersionView> getVersions() {
        List<DecisionTableVersionView> known = versions;
        if (known == null) {
            known = tables.versions(code());
            versions = known;
        }
        return known;
    }

    /** The version that decides now. */
    public @Nullable DecisionTableVersionView getServing() {
        return getVersions().stream()
                .filter(v -> v.state() == TableVersionState.PUBLISHED)
                .findFirst()
                .orElse(null);
    }

    /** The version that was asked for, else the one that decides now. */
    public @Nullable DecisionTableVersionView getShown() {
        Integer asked = version;
        return asked == null
                ? getServing()
                : getVersions().stream()
                        .filter(v -> v.version() == asked)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether the version that is shown decides. */
    public boolean isShowingServing() {
        DecisionTableVersionView shown = getShown();
        return shown != null && shown.state() == TableVersionState.PUBLISHED;
    }

    public boolean isPlanned(DecisionTableVersionView of) {
        return of.state() == TableVersionState.PLANNED;
    }

    /** Whether it decides or has decided, or will from its moment on: what was taken back or could not be built never does. */
    public boolean hasDecided(DecisionTableVersionView of) {
        return of.state() != TableVersionState.WITHDRAWN && of.state() != TableVersionState.NOT_BUILT;
    }

    /** As people call the table. */
    public String getName() {
        return tables.list().stream()
                .filter(summary -> summary.table().equals(table))
                .map(DecisionTableSummary::name)
                .findFirst()
                .orElse("");
    }

    /** For who may see them. */
    public List<DraftSummary> getDrafts() {
        return isReadingDrafts() ? drafts.list(code()) : List.of();
    }

    public boolean isReadingDrafts() {
        return me.may(Right.READ_TABLE_DRAFTS);
    }

    public boolean isAuthor() {
        return me.may(Right.AUTHOR_DECISION_TABLES);
    }

    public boolean isPublisher() {
        return me.may(Right.PUBLISH_DECISION_TABLES);
    }

    /** Begins a draft with the rows of a version, also one of before, and goes there. */
    public void begin(@Nullable Integer basedOn) {
        AtomicReference<UUID> made = new AtomicReference<>();
        decisions.quietly(() -> made.set(drafts.create(code(), basedOn).id())).ifPresent(decisions::tell);
        UUID id = made.get();
        if (id != null) {
            way.to("/decision-table/draft.xhtml", "id", id.toString());
        }
    }

    /** Chooses the planned version that is to be taken back. */
    public void choose(int planned) {
        withdrawn = planned;
    }

    /** Takes back the planned version that was chosen. */
    public void withdraw() {
        Integer chosen = withdrawn;
        if (chosen != null) {
            decisions.attempt("table.withdrawn", () -> publications.withdraw(code(), chosen), chosen.toString());
        }
        versions = null;
    }

    /** Shows what leads from one version to another. */
    public void compare() {
        differences = null;
    }

    /** What leads from one version to the other; null while none are chosen. */
    public @Nullable List<TableDifference> getDifferences() {
        Integer before = from;
        Integer after = to;
        if (differences == null && before != null && after != null) {
            differences = tables.differences(code(), before, after);
        }
        return differences;
    }

    private String code() {
        if (table == null) {
            throw new IllegalStateException("the page has no table");
        }
        return table;
    }

    public @Nullable String getTable() {
        return table;
    }

    public void setTable(@Nullable String table) {
        this.table = table;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }

    /** The number of a row that somebody came for, null when nobody did. */
    public @Nullable Integer getRow() {
        return row;
    }

    public void setRow(@Nullable Integer row) {
        this.row = row;
    }

    public @Nullable Integer getFrom() {
        return from;
    }

    public void setFrom(@Nullable Integer from) {
        this.from = from;
    }

    public @Nullable Integer getTo() {
        return to;
    }

    public void setTo(@Nullable Integer to) {
        this.to = to;
    }
}
