package io.orderfield.om.policy.replay;

import io.orderfield.om.policy.Policies;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a replay forward, one page of domain orders a transaction: so much is in memory, and nothing is locked but the
 * replay itself, when the page is written. For the thread that runs it only.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReplayIntake {
    private static final int PAGE = 500;

    @Inject
    private Replays replays;

    @Inject
    private ReplayedOrders orders;

    @Inject
    private Policies policies;

    @Inject
    private Clock clock;

    /** One difference with the domain order that has it. */
    private record Found(ReplayedOrder order, ReplayedOrder.Line line) {}

    /**
     * Sees the next page.
     *
     * @return whether there is more to do; false as well when somebody stopped it, or another replay took its place
     */
    public boolean step(UUID id, WorkOrderPolicy draft) {
        Optional<Replays.Place> place = replays.place(id);
        if (place.isEmpty()) {
            return false;
        }
        List<ReplayedOrder> page = orders.page(place.get().after(), place.get().since(), PAGE);
        List<Found> found = differences(page, draft);
        Replay replay = replays.lock(id).orElse(null);
        if (replay == null || !replay.goesOn()) {
            return false;
        }
        return write(replay, page, found);
    }

    private List<Found> differences(List<ReplayedOrder> page, WorkOrderPolicy draft) {
        WorkOrderPolicy serving = policies.current();
        Map<Integer, WorkOrderPolicy> versions = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (ReplayedOrder order : page) {
            order.replay(versions.computeIfAbsent(order.tableVersion(), policies::version), serving, draft)
                    .forEach(line -> found.add(new Found(order, line)));
        }
        return found;
    }

    private boolean write(Replay replay, List<ReplayedOrder> page, List<Found> found) {
        int room = Math.min(found.size(), Replay.MOST_LINES - replay.lines());
        for (int i = 0; i < room; i++) {
            replays.add(new ReplayLine(
                    replay.id(),
                    replay.lines() + i + 1,
                    found.get(i).order(),
                    found.get(i).line()));
        }
        String last =
                page.isEmpty() ? replay.lastNumber() : page.get(page.size() - 1).number();
        int withoutFacts =
                (int) page.stream().filter(order -> order.kept() == null).count();
        replay.advance(last, page.size(), withoutFacts, room, clock.instant());
        boolean isFull = room < found.size();
        boolean isDone = page.size() < PAGE;
        if (isFull || isDone) {
            replay.end(isFull ? ReplayState.FULL : ReplayState.DONE, clock.instant());
        }
        return !isFull && !isDone;
    }

    /** It can't go on. */
    public void fail(UUID id) {
        replays.lock(id).filter(Replay::goesOn).ifPresent(replay -> replay.end(ReplayState.FAILED, clock.instant()));
    }
}
