package io.orderfield.om.sync;

import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.InventoryItem;
import io.orderfield.om.domainorder.LinkFigures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A difference between what Order Management believes of a work order and what Field Service has.
 *
 * @param kind of what kind
 * @param detail how they differ
 */
record Difference(FindingKind kind, Sentence detail) {
    private static final String CANCELED = "CANCELED";
    private static final String REFUSED = "REFUSED";

    /** The difference of one work order; null stands for a side that does not know it. */
    static Optional<Difference> between(@Nullable LinkFigures link, @Nullable InventoryItem item) {
        if (link == null) {
            return item == null || item.state().equals(CANCELED) || item.state().equals(REFUSED)
                    ? Optional.empty()
                    : of(
                            FindingKind.ORPHANED,
                            Sentence.of("difference.orphaned").with("there", item.state()));
        }
        if (item == null) {
            return ofMissing(link);
        }
        if (link.isPending()) {
            return of(
                    FindingKind.UNANSWERED,
                    Sentence.of("difference.unanswered")
                            .with("request", link.requestRevision())
                            .with("seen", item.answeredRequestRevision()));
        }
        if (item.snapshotRevision() < link.snapshotRevision()
                || item.lastEntrySequence() < link.lastEntrySequence()
                || item.answeredRequestRevision() < link.answeredRequestRevision()) {
            return of(
                    FindingKind.BEHIND,
                    Sentence.of("difference.behind")
                            .with("snapshot", item.snapshotRevision())
                            .with("entry", item.lastEntrySequence())
                            .with("request", item.answeredRequestRevision())
                            .with("knownSnapshot", link.snapshotRevision())
                            .with("knownEntry", link.lastEntrySequence())
                            .with("knownRequest", link.answeredRequestRevision()));
        }
        if (!item.state().equals(link.state())) {
            return of(
                    FindingKind.STALE,
                    Sentence.of("difference.state").with("there", item.state()).with("here", link.state()));
        }
        if (item.snapshotRevision() > link.snapshotRevision()
                || item.answeredRequestRevision() > link.requestRevision()) {
            return of(
                    FindingKind.STALE,
                    Sentence.of("difference.ahead")
                            .with("snapshot", item.snapshotRevision())
                            .with("request", item.answeredRequestRevision())
                            .with("snapshotHere", link.snapshotRevision())
                            .with("requestHere", link.requestRevision()));
        }
        if (item.lastEntrySequence() > link.lastEntrySequence()) {
            return of(
                    FindingKind.NOTE_GAP,
                    Sentence.of("difference.entries")
                            .with("there", item.lastEntrySequence())
                            .with("here", link.lastEntrySequence()));
        }
        return Optional.empty();
    }

    private static Optional<Difference> ofMissing(LinkFigures link) {
        if (link.isPending() && link.snapshotRevision() == 0) {
            return of(
                    FindingKind.UNANSWERED,
                    Sentence.of("difference.unanswered.unseen").with("request", link.requestRevision()));
        }
        return link.isRefused() || (link.state().equals(CANCELED) && link.number() == null)
                ? Optional.empty()
                : of(FindingKind.MISSING, Sentence.of("difference.missing").with("here", link.state()));
    }

    private static Optional<Difference> of(FindingKind kind, Sentence detail) {
        return Optional.of(new Difference(kind, detail));
    }
}
