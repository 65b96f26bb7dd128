package io.orderfield.om.sync;

import io.orderfield.messaging.contract.InventoryItem;
import io.orderfield.om.domainorder.LinkFigures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A difference between what Order Management believes of a work order and what Field Service has.
 *
 * @param kind of what kind
 * @param detail in words
 */
record Difference(FindingKind kind, String detail) {
    private static final String CANCELED = "CANCELED";
    private static final String REFUSED = "REFUSED";

    /** The difference of one work order; null stands for a side that does not know it. */
    static Optional<Difference> between(@Nullable LinkFigures link, @Nullable InventoryItem item) {
        if (link == null) {
            return item == null || item.state().equals(CANCELED) || item.state().equals(REFUSED)
                    ? Optional.empty()
                    : of(
                            FindingKind.ORPHANED,
                            "Field Service has it as " + item.state() + "; nobody here asked for it");
        }
        if (item == null) {
            return ofMissing(link);
        }
        if (link.isPending()) {
            return of(
                    FindingKind.UNANSWERED,
                    "request " + link.requestRevision() + " is not answered; Field Service has seen "
                            + item.answeredRequestRevision());
        }
        if (item.snapshotRevision() < link.snapshotRevision()
                || item.lastEntrySequence() < link.lastEntrySequence()
                || item.answeredRequestRevision() < link.answeredRequestRevision()) {
            return of(
                    FindingKind.BEHIND,
                    "Field Service is at snapshot " + item.snapshotRevision() + ", entry " + item.lastEntrySequence()
                            + ", request " + item.answeredRequestRevision() + "; known here were "
                            + link.snapshotRevision() + ", " + link.lastEntrySequence() + ", "
                            + link.answeredRequestRevision());
        }
        if (!item.state().equals(link.state())) {
            return of(FindingKind.STALE, "Field Service has it as " + item.state() + ", here it is " + link.state());
        }
        if (item.snapshotRevision() > link.snapshotRevision()
                || item.answeredRequestRevision() > link.requestRevision()) {
            return of(
                    FindingKind.STALE,
                    "Field Service is at snapshot " + item.snapshotRevision() + ", request "
                            + item.answeredRequestRevision() + "; here it is at " + link.snapshotRevision() + ", "
                            + link.requestRevision());
        }
        if (item.lastEntrySequence() > link.lastEntrySequence()) {
            return of(
                    FindingKind.NOTE_GAP,
                    "Field Service has " + item.lastEntrySequence() + " entries, here are " + link.lastEntrySequence());
        }
        return Optional.empty();
    }

    private static Optional<Difference> ofMissing(LinkFigures link) {
        if (link.isPending() && link.snapshotRevision() == 0) {
            return of(FindingKind.UNANSWERED, "request " + link.requestRevision() + " is not answered");
        }
        return link.isRefused() || (link.state().equals(CANCELED) && link.number() == null)
                ? Optional.empty()
                : of(FindingKind.MISSING, "here it is " + link.state() + ", Field Service does not have it");
    }

    private static Optional<Difference> of(FindingKind kind, String detail) {
        return Optional.of(new Difference(kind, detail));
    }
}
