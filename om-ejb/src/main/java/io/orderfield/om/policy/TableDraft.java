package io.orderfield.om.policy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.TableShape;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A table that is being written. It begins with the rows of some version and saves itself with every change; nothing in it
 * needs to be right before it is published, which makes a version of it, and ends it.
 */
@Entity
@Table(name = "decision_table_draft", schema = "om")
class TableDraft {
    @Id
    private UUID id;

    @Version
    private long revision;

    @Column(name = "table_code", updatable = false)
    private String tableCode;

    @Column(name = "based_on", updatable = false)
    private int basedOn;

    @Column(name = "replaces", updatable = false)
    private int replaces;

    @Enumerated(EnumType.STRING)
    @Column(name = "hit_policy")
    private HitPolicy hitPolicy;

    @Convert(converter = NamesText.class)
    @Column(name = "condition_columns")
    private List<String> columns;

    @Convert(converter = DraftRowsText.class)
    @Column(name = "content")
    private List<DraftRow> rows;

    @Convert(converter = NamesText.class)
    @Column(name = "authors")
    private List<String> authors;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected TableDraft() {
        // for JPA
    }

    /**
     * Begins with the rows of a version.
     *
     * @param basedOn that version
     * @param replaces the version that decides now
     * @param columns headers of its columns of conditions
     */
    TableDraft(
            TableShape shape,
            int basedOn,
            int replaces,
            StoredTable begin,
            List<String> columns,
            String by,
            Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.tableCode = shape.code();
        this.basedOn = basedOn;
        this.replaces = replaces;
        this.hitPolicy = begin.hitPolicy();
        this.columns = List.copyOf(columns);
        this.rows = begin.rows();
        this.authors = List.of(by);
        this.createdAt = at;
        this.createdBy = by;
        this.changedAt = at;
        this.changedBy = by;
    }

    /** Says something else from now on. */
    void write(HitPolicy policy, List<String> headers, List<DraftRow> written, String by, Instant at) {
        hitPolicy = policy;
        columns = List.copyOf(headers);
        rows = List.copyOf(written);
        changedAt = at;
        changedBy = by;
        if (!authors.contains(by)) {
            List<String> more = new ArrayList<>(authors);
            more.add(by);
            authors = List.copyOf(more);
        }
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    String table() {
        return tableCode;
    }

    int basedOn() {
        return basedOn;
    }

    int replaces() {
        return replaces;
    }

    HitPolicy hitPolicy() {
        return hitPolicy;
    }

    List<String> columns() {
        return List.copyOf(columns);
    }

    List<DraftRow> rows() {
        return List.copyOf(rows);
    }

    List<String> authors() {
        return List.copyOf(authors);
    }

    DraftSummary summary() {
        return new DraftSummary(
                id, tableCode, basedOn, replaces, revision, authors(), createdAt, createdBy, changedAt, changedBy);
    }
}
