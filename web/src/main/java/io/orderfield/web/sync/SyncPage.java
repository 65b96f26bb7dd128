package io.orderfield.web.sync;

import io.orderfield.om.sync.DeadLetterService;
import io.orderfield.om.sync.DeadLetterView;
import io.orderfield.om.sync.FindingView;
import io.orderfield.om.sync.ReconciliationService;
import io.orderfield.om.sync.ReconciliationView;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How both sides keep in step, the dead letters, and the reconciliation: the administrator's page. */
@Named("syncPage")
@ViewScoped
public class SyncPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HISTORY = 5;
    private static final int UNSENT = 20;

    @Inject
    SyncMonitor monitor;

    @Inject
    DeadLetterService deadLetters;

    @Inject
    UnsentSides unsentDesks;

    @Inject
    ReconciliationService reconciliations;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    private transient @Nullable SyncRecord sync;
    private transient @Nullable List<ReconciliationView> history;
    private transient @Nullable List<UnsentMessageRecord> unsent;
    private @Nullable String chosenSide;
    private @Nullable LazyList<DeadLetterView> letters;
    private @Nullable LazyList<FindingView> findings;
    private @Nullable String chosen;
    private @Nullable UUID chosenMessage;
    private transient @Nullable DeadLetterView letter;
    private @Nullable String reason;
    private boolean dryRun = true;
    private transient boolean brokerAway;

    @PostConstruct
    void prepare() {
        letters = new LazyList<>(this::countLetters, (sort, first, max) -> readLetters(first, max));
        findings = new LazyList<>(
                () -> getLatest() == null
                        ? 0
                        : reconciliations.countFindings(getLatest().number()),
                (sort, first, max) -> getLatest() == null
                        ? List.of()
                        : reconciliations.findings(getLatest().number(), first, max));
    }

    /** While the broker is away its letters are not known, and everything else on the page still is. */
    private long countLetters() {
        long[] count = new long[1];
        brokerAway = decisions.quietly(() -> count[0] = deadLetters.count()).isPresent();
        return count[0];
    }

    private List<DeadLetterView> readLetters(int first, int max) {
        List<DeadLetterView> read = new ArrayList<>();
        brokerAway = brokerAway
                || decisions
                        .quietly(() -> read.addAll(deadLetters.list(first, max)))
                        .isPresent();
        return read;
    }

    /** Whether the broker did not tell its dead letters. */
    public boolean isBrokerAway() {
        return brokerAway;
    }

    public SyncRecord getSync() {
        SyncRecord known = sync;
        if (known == null) {
            known = monitor.now();
            sync = known;
        }
        return known;
    }

    public LagChart getChart() {
        return LagChart.of(getSync().sides(), clock.instant());
    }

    /** Looks again. */
    public void refresh() {
        sync = null;
        history = null;
        unsent = null;
    }

    /** The last reconciliations, newest first. */
    public List<ReconciliationView> getHistory() {
        List<ReconciliationView> known = history;
        if (known == null) {
            known = reconciliations.list(0, HISTORY);
            history = known;
        }
        return known;
    }

    public @Nullable ReconciliationView getLatest() {
        return getHistory().isEmpty() ? null : getHistory().get(0);
    }

    /** Messages that wait to be sent, on both sides. */
    public long getWaiting() {
        return getSync().sides().stream()
                .mapToLong(SyncRecord.Side::outboxDepth)
                .sum();
    }

    /** Messages that were given up, on both sides. */
    public long getFailed() {
        return getSync().sides().stream()
                .mapToLong(SyncRecord.Side::outboxFailed)
                .sum();
    }

    /** The greater of both sides' 99th percentiles. */
    public String getLag() {
        boolean quiet = getSync().sides().stream().allMatch(s -> s.lag().messages() == 0);
        return quiet
                ? "–"
                : LagChart.millis(getSync().sides().stream()
                        .mapToLong(s -> s.lag().p99())
                        .max()
                        .orElse(0));
    }

    /** Milliseconds as a person reads them. */
    public String millis(long millis) {
        return LagChart.millis(millis);
    }

    public @Nullable LazyList<DeadLetterView> getLetters() {
        return letters;
    }

    public @Nullable LazyList<FindingView> getFindings() {
        return findings;
    }

    /** Opens a letter. */
    public void choose(String id) {
        chosen = id;
        reason = null;
        letter = null;
    }

    /** The opened letter with its whole body; null when somebody has taken it meanwhile. */
    public @Nullable DeadLetterView getLetter() {
        String id = chosen;
        if (letter == null && id != null) {
            decisions.quietly(() -> letter = deadLetters.find(id));
        }
        return letter;
    }

    public void replay(String id) {
        decisions.attempt("sync.replayed", () -> deadLetters.replay(id));
        refresh();
    }

    /** Messages that could not be sent: the oldest of each side. */
    public List<UnsentMessageRecord> getUnsent() {
        List<UnsentMessageRecord> known = unsent;
        if (known == null) {
            known = UnsentSides.SIDES.stream()
                    .flatMap(side -> unsentDesks.of(side).unsent(0, UNSENT).stream()
                            .map(message -> UnsentMessageRecord.of(side, message)))
                    .toList();
            unsent = known;
        }
        return known;
    }

    public void retry(String side, UUID id) {
        decisions.attempt("sync.retried", () -> unsentDesks.of(side).retry(id));
        refresh();
    }

    /** Opens one that is to be thrown away. */
    public void chooseUnsent(String side, UUID id) {
        chosenMessage = id;
        chosenSide = side;
        reason = null;
    }

    public void discardUnsent() {
        decisions.attempt("sync.discarded", () -> unsentDesks
                .of(Chosen.number(chosenSide))
                .discard(Chosen.key(chosenMessage), reason == null ? "" : reason));
        refresh();
    }

    public void replayAll() {
        decisions.attempt("sync.replayedAll", () -> deadLetters.replayAll());
        refresh();
    }

    public void discard() {
        decisions.attempt(
                "sync.discarded", () -> deadLetters.discard(Chosen.number(chosen), reason == null ? "" : reason));
        refresh();
    }

    public void reconcile() {
        decisions.attempt("sync.reconciling", () -> reconciliations.start(dryRun));
        refresh();
    }

    /** Whether a reconciliation runs now. */
    public boolean isRunning() {
        ReconciliationView latest = getLatest();
        return latest != null && latest.finishedAt() == null;
    }

    /** What a reconciliation found, in words. */
    public String outcome(ReconciliationView reconciliation) {
        if (reconciliation.confirmed() == 0) {
            return texts.of("sync.noDifference");
        }
        return reconciliation.dryRun()
                ? texts.of("sync.found", reconciliation.confirmed())
                : texts.of("sync.foundAndRepaired", reconciliation.confirmed(), reconciliation.repaired());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }
}
