package io.orderfield.om.policy;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What made one revision of a draft out of the one before; whoever wrote on an older one is told. */
@Entity
@Table(name = "decision_table_change", schema = "om")
class DraftChange {
    @Id
    private UUID id;

    @Column(name = "draft_id", updatable = false)
    private UUID draftId;

    @Column(name = "revision", updatable = false)
    private long revision;

    @Column(name = "change_key", updatable = false)
    private @Nullable String clientKey;

    @Column(name = "change_digest", updatable = false)
    private @Nullable String clientDigest;

    @Column(name = "changed_at", updatable = false)
    private Instant changedAt;

    @Column(name = "changed_by", updatable = false)
    private String changedBy;

    @Convert(converter = TableDifferencesText.class)
    @Column(name = "differences", updatable = false)
    private List<TableDifference> differences;

    protected DraftChange() {
        // for JPA
    }

    /**
     * @param revision the one that it made
     * @param clientKey that its client gave it; null for none
     */
    DraftChange(
            UUID draftId,
            long revision,
            @Nullable ClientKey clientKey,
            List<TableDifference> differences,
            String by,
            Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.draftId = draftId;
        this.revision = revision;
        this.clientKey = clientKey == null ? null : clientKey.key();
        this.clientDigest = clientKey == null ? null : clientKey.digest();
        this.differences = List.copyOf(differences);
        this.changedBy = by;
        this.changedAt = at;
    }

    DraftChangeView view() {
        return new DraftChangeView(revision, changedBy, changedAt, List.copyOf(differences));
    }
}
