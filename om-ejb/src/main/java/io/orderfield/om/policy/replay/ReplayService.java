package io.orderfield.om.policy.replay;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.UniqueKey;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.KnownTables;
import io.orderfield.om.policy.TableDrafts;
import io.orderfield.om.policy.TableDrafts.ReadDraft;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.files.TableFiles.Format;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have done to the domain orders that were decided lately, and would do to those that are open. It runs
 * by itself, and changes nothing; the newest replay of a draft is kept as long as the draft.
 */
@Stateless
@May(Right.READ_TABLE_DRAFTS)
public class ReplayService {
    private static final String WHAT = "tableReplay";
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;

    /** Each has a thread and reads as fast as it can. */
    private static final int MOST_AT_ONCE = 3;

    @Inject
    private Replays replays;

    @Inject
    private ReplayedOrders orders;

    @Inject
    private TableDrafts drafts;

    @Inject
    private CurrentUser caller;

    @Inject
    private Event<ReplayStarted> begun;

    @Inject
    private Clock clock;

    /**
     * Begins the replay of a draft, in the place of its last one. Rows that can't be read are left out.
     *
     * @param expectedRevision the draft's revision that the caller saw, null when it does not matter
     * @throws Refusal NOT_FOUND, STALE, invalid-request; replay-running while one of this draft does, too-many-replays
     */
    @May(Right.AUTHOR_DECISION_TABLES)
    public ReplayView start(
            String table, UUID draft, @Nullable ReplayRequest request, @Nullable Long expectedRevision) {
        Integer asked = request == null ? null : request.days();
        int days = asked == null ? USUAL_DAYS : asked;
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid(
                    "days", Sentence.of("field.between").with("first", 1).with("last", MOST_DAYS));
        }
        ReadDraft read = drafts.read(KnownTables.named(table), draft);
        if (expectedRevision != null && expectedRevision != read.revision()) {
            throw Refusal.stale("tableDraft", draft.toString());
        }
        Instant now = clock.instant();
        replays.lockOf(draft).ifPresent(last -> {
            if (last.isRunning(now)) {
                throw running();
            }
            replays.remove(last);
        });
        if (replays.running(now) >= MOST_AT_ONCE) {
            throw Refusal.conflict("too-many-replays").with("most", MOST_AT_ONCE);
        }
        long total = orders.count(Replay.since(days, now));
        Replay replay = new Replay(draft, read.revision(), read.unread(), days, total, caller.name(), now);
        replays.add(replay);
        UniqueKey.flush(replays.entityManager(), ReplayService::running);
        begun.fire(new ReplayStarted(replay.id(), read.table()));
        return view(replay, read.revision());
    }

    private static Refusal running() {
        return Refusal.conflict("replay-running");
    }

    /** How far the replay of a draft is, and what it found until now; NOT_FOUND before the first. */
    public ReplayView find(String table, UUID draft) {
        long revision = drafts.revision(KnownTables.named(table), draft);
        return view(existing(draft), revision);
    }

    /** The same; empty before the first. */
    public Optional<ReplayView> newest(String table, UUID draft) {
        long revision = drafts.revision(KnownTables.named(table), draft);
        return replays.of(draft).map(replay -> view(replay, revision));
    }

    /** What it found, by the row that makes the difference: first the one that concerns most domain orders. */
    public List<ReplayGroupView> groups(String table, UUID draft) {
        ReadDraft read = drafts.read(KnownTables.named(table), draft);
        UUID replay = existing(draft).id();
        Map<String, ReplayFigures> decided = replays.decidedByRow(replay);
        Map<String, ReplayFigures> today = replays.todayByRow(replay);
        Map<String, Integer> numbers =
                read.table().rows().stream().collect(Collectors.toMap(TableRow::id, TableRow::number));
        TreeSet<String> rows = new TreeSet<>(decided.keySet());
        rows.addAll(today.keySet());
        return rows.stream()
                .map(row -> new ReplayGroupView(
                        row,
                        numbers.get(row),
                        decided.getOrDefault(row, ReplayFigures.NONE),
                        today.getOrDefault(row, ReplayFigures.NONE)))
                .sorted(Comparator.comparingLong(ReplayService::concerned).reversed())
                .toList();
    }

    private static long concerned(ReplayGroupView group) {
        return Math.max(group.decided().domainOrders(), group.today().domainOrders());
    }

    /** A page of what it found, by the number of the domain order. */
    public List<ReplayLineView> lines(String table, UUID draft, ReplayLineFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        return replays.lines(known(table, draft), filter, first, max).stream()
                .map(ReplayLine::view)
                .toList();
    }

    public long count(String table, UUID draft, ReplayLineFilter filter) {
        return replays.count(known(table, draft), filter);
    }

    /** All that it found, as a file; nothing in it is taken for a formula. */
    public byte[] file(String table, UUID draft, Format format) {
        return new ReplayFile(replays, known(table, draft)).write(format);
    }

    /** Stops it, if it runs; what it found until then stays. */
    @May(Right.AUTHOR_DECISION_TABLES)
    public ReplayView stop(String table, UUID draft) {
        long revision = drafts.revision(KnownTables.named(table), draft);
        Replay replay = replays.lockOf(draft).orElseThrow(() -> none(draft));
        if (replay.isRunning(clock.instant())) {
            replay.end(ReplayState.STOPPED, clock.instant());
        }
        return view(replay, revision);
    }

    private UUID known(String table, UUID draft) {
        drafts.revision(KnownTables.named(table), draft); // or there is none
        return existing(draft).id();
    }

    private Replay existing(UUID draft) {
        return replays.of(draft).orElseThrow(() -> none(draft));
    }

    private static Refusal none(UUID draft) {
        return Refusal.notFound(WHAT, draft.toString());
    }

    private ReplayView view(Replay replay, long revision) {
        return replay.view(revision, replays.decided(replay.id()), replays.today(replay.id()), clock.instant());
    }
}
