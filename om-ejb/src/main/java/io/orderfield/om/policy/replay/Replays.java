package io.orderfield.om.policy.replay;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The replays of drafts and what they found. */
@Shared
class Replays {
    private static final String SUMS = "count(distinct l.domainOrder), sum(l.more), sum(l.fewer), sum(l.other),"
            + " sum(l.canceled), sum(l.assigned), sum(l.underWay), sum(l.pastPointOfNoReturn), sum(l.plannedMinutes)";

    private final EntityManager entityManager;

    @Inject
    Replays(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    EntityManager entityManager() {
        return entityManager;
    }

    /** The replay of a draft, without a lock. */
    Optional<Replay> of(UUID draft) {
        return entityManager
                .createQuery("select r from Replay r where r.draftId = :draft", Replay.class)
                .setParameter("draft", draft)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The replay of a draft, for a change. */
    Optional<Replay> lockOf(UUID draft) {
        return entityManager
                .createQuery("select r from Replay r where r.draftId = :draft", Replay.class)
                .setParameter("draft", draft)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** A replay for a change; empty when another one of its draft has begun, or the draft has ended. */
    Optional<Replay> lock(UUID id) {
        return Optional.ofNullable(entityManager.find(Replay.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Where a replay goes on, without reading (and so without caching) it; empty when it doesn't. */
    Optional<Place> place(UUID id) {
        return entityManager
                .createQuery(
                        "select r.lastNumber, r.since from Replay r where r.id = :id and r.state = :running",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("running", ReplayState.RUNNING)
                .getResultList()
                .stream()
                .map(row -> new Place((String) row[0], (Instant) row[1]))
                .findFirst();
    }

    /**
     * Where a replay goes on.
     *
     * @param after number of the last domain order that it has seen
     */
    record Place(String after, Instant since) {}

    /** How many replays run now, of all drafts and on all nodes. */
    long running(Instant at) {
        return entityManager
                .createQuery(
                        "select count(r) from Replay r where r.state = :running and r.heardAt >= :silence", Long.class)
                .setParameter("running", ReplayState.RUNNING)
                .setParameter("silence", Replay.silence(at))
                .getSingleResult();
    }

    void add(Replay replay) {
        entityManager.persist(replay);
    }

    void add(ReplayLine line) {
        entityManager.persist(line);
    }

    /** Another one comes in its place; its lines go with it. */
    void remove(Replay replay) {
        entityManager.remove(replay);
        entityManager.flush(); // before the next one is written: a draft has one
    }

    List<ReplayLine> lines(UUID replay, ReplayLineFilter filter, int first, int max) {
        return query(replay, filter)
                .query(entityManager, "l", ReplayLine.class, " order by l.position")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count(UUID replay, ReplayLineFilter filter) {
        return query(replay, filter).count(entityManager, "l");
    }

    private static ListQuery query(UUID replay, ReplayLineFilter filter) {
        return new ListQuery("ReplayLine l")
                .equal("l.replayId", "replay", replay)
                .equal("l.rowId", "row", filter.row())
                .equal("l.kind", "kind", filter.wantedKind())
                .equal("l.open", "open", filter.open());
    }

    /** The lines behind this one, in order. */
    List<ReplayLine> after(UUID replay, int position, int max) {
        return entityManager
                .createQuery(
                        "select l from ReplayLine l where l.replayId = :replay and l.position > :position"
                                + " order by l.position",
                        ReplayLine.class)
                .setParameter("replay", replay)
                .setParameter("position", position)
                .setMaxResults(max)
                .getResultList();
    }

    /** All differences on the facts that decided, added up. */
    ReplayFigures decided(UUID replay) {
        return total(replay, ReplayFacts.AS_DECIDED, Set.of(true, false));
    }

    /** All differences of open domain orders on the facts of today, added up. */
    ReplayFigures today(UUID replay) {
        return total(replay, ReplayFacts.AS_OF_TODAY, Set.of(true));
    }

    private ReplayFigures total(UUID replay, Collection<ReplayFacts> facts, Collection<Boolean> open) {
        return rows(replay, "select " + SUMS, "", facts, open)
                .filter(row -> (long) row[0] > 0) // or there is nothing to add up
                .map(row -> figures(row, 0))
                .findFirst()
                .orElse(ReplayFigures.NONE);
    }

    /** The same by the row that makes them. */
    Map<String, ReplayFigures> decidedByRow(UUID replay) {
        return byRow(replay, ReplayFacts.AS_DECIDED, Set.of(true, false));
    }

    /** The same by the row that makes them. */
    Map<String, ReplayFigures> todayByRow(UUID replay) {
        return byRow(replay, ReplayFacts.AS_OF_TODAY, Set.of(true));
    }

    private Map<String, ReplayFigures> byRow(UUID replay, Collection<ReplayFacts> facts, Collection<Boolean> open) {
        Map<String, ReplayFigures> byRow = new LinkedHashMap<>();
        rows(replay, "select l.rowId, " + SUMS, " group by l.rowId", facts, open)
                .forEach(row -> byRow.put((String) row[0], figures(row, 1)));
        return byRow;
    }

    private Stream<Object[]> rows(
            UUID replay, String select, String end, Collection<ReplayFacts> facts, Collection<Boolean> open) {
        return entityManager
                .createQuery(
                        select
                                + " from ReplayLine l where l.replayId = :replay and l.facts in :facts and l.open in :open"
                                + end,
                        Object[].class)
                .setParameter("replay", replay)
                .setParameter("facts", facts)
                .setParameter("open", open)
                .getResultList()
                .stream();
    }

    private static ReplayFigures figures(Object[] row, int first) {
        long[] sums = new long[row.length - first];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = ((Number) row[first + i]).longValue();
        }
        return new ReplayFigures(
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                new WorkAtStake((int) sums[4], (int) sums[5], (int) sums[6], (int) sums[7], sums[8]));
    }
}
