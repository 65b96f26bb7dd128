package io.orderfield.om.sync;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.UniqueKey;
import io.orderfield.messaging.delivery.DeadLetter;
import io.orderfield.messaging.delivery.SideService;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator does with messages that nobody could work off. No transaction spans both the database and the
 * broker: the intent is committed first, then the queue is touched, then the outcome is noted.
 */
@Stateless
@May(Right.MANAGE_SYNC)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadLetterService {
    /** Most letters of one page and of one replay. */
    public static final int MOST = ListQuery.LARGEST_PAGE;

    private static final int MOST_COUNTED = 10_000;
    private static final String WHAT = "deadLetter";

    /** What somebody else wrote there is never sent on: it would count as sent by this application. */
    private static final Set<String> INTERNAL = Set.of("fsm.work-order-commands", "om.work-order-events");

    /** Replayed in the name of the user whom the broker had validated; without one nobody knows whose it is. */
    private static final Set<String> OUTSIDE = Set.of("om.partner-orders", "fsm.partner-updates");

    @Inject
    private DeadLetterStore letters;

    @Inject
    private DeadLetterAudit audit;

    @Inject
    private CurrentUser user;

    /** What became of a letter: REPLAYED, GONE (somebody else took it), BUSY (somebody acts on it) or NOT_REPLAYABLE. */
    public record Replayed(
            String id, String outcome, @Nullable UUID messageId) {}

    static boolean isReplayable(DeadLetter letter) {
        String destination = letter.originalDestination();
        return destination != null
                && (letter.sender() == null ? INTERNAL.contains(destination) : OUTSIDE.contains(destination));
    }

    /**
     * Letters in the order in which they came, with bodies cut.
     *
     * @param max at most so many, 1 to 200
     */
    public List<DeadLetterView> list(int first, int max) {
        checkPage(first, max);
        return letters.list(first, max).stream().map(DeadLetterView::of).toList();
    }

    /** How many there are; 10,000 means that or more. */
    public int count() {
        return letters.count(MOST_COUNTED);
    }

    /** A letter with its whole body. */
    @May(value = Right.MANAGE_SYNC, hidden = true)
    public DeadLetterView find(String id) {
        return DeadLetterView.of(existing(id));
    }

    /** Sends a letter to where it was meant to go, as a new message. */
    public Replayed replay(String id) {
        DeadLetter letter = existing(id);
        if (!isReplayable(letter)) {
            throw Refusal.conflict("not-replayable")
                    .with("originalDestination", String.valueOf(letter.originalDestination()));
        }
        Replayed replayed = replay(letter);
        if (replayed.messageId() == null) {
            throw Refusal.notFound(WHAT, id);
        }
        return replayed;
    }

    /** Sends these letters to where they were meant to go, in the order in which they came; at most 200. */
    public List<Replayed> replay(List<String> ids) {
        Set<String> wanted = new LinkedHashSet<>(ids);
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw Refusal.invalid("invalid-request.deadLetters").with("most", MOST);
        }
        List<Replayed> done = new ArrayList<>();
        for (String id : wanted) {
            Optional<DeadLetter> letter = letters.find(id);
            done.add(letter.isEmpty() ? new Replayed(id, "GONE", null) : tryToReplay(letter.get()));
        }
        return done;
    }

    /** Sends the oldest 200 letters to where they were meant to go; call it again for more. */
    public List<Replayed> replayAll() {
        return letters.list(0, MOST).stream().map(this::tryToReplay).toList();
    }

    private Replayed tryToReplay(DeadLetter letter) {
        if (!isReplayable(letter)) {
            return new Replayed(letter.id(), "NOT_REPLAYABLE", null);
        }
        try {
            return replay(letter);
        } catch (Refusal e) {
            return new Replayed(letter.id(), "BUSY", null);
        }
    }

    private Replayed replay(DeadLetter letter) {
        UUID messageId = UuidCreator.getTimeOrderedEpoch();
        UUID action = intend(letter, () -> audit.intendReplay(letter, messageId, user.name()));
        boolean taken = touch(
                action, () -> letters.replay(letter.id(), String.valueOf(letter.originalDestination()), messageId));
        return new Replayed(letter.id(), taken ? "REPLAYED" : "GONE", taken ? messageId : null);
    }

    /**
     * Throws a letter away. A request counts as refused then; in place of an answer, Field Service is asked for its state.
     *
     * @param reason why, 1 to 1,000 characters
     * @return what was done
     */
    public DeadLetterActionView discard(String id, String reason) {
        String why = Checks.reason(reason, SideService.LONGEST_REASON);
        DeadLetter letter = existing(id);
        UUID action = intend(letter, () -> audit.intendDiscard(letter, user.name(), why));
        touch(action, () -> letters.remove(id));
        return audit.find(action);
    }

    /** What was done with dead letters, newest first. */
    public List<DeadLetterActionView> actions(int first, int max) {
        checkPage(first, max);
        return audit.list(first, max);
    }

    public long countActions() {
        return audit.count();
    }

    private DeadLetter existing(String id) {
        return letters.find(id).orElseThrow(() -> Refusal.notFound(WHAT, id));
    }

    private interface Intent {
        UUID note();
    }

    private static UUID intend(DeadLetter letter, Intent intent) {
        try {
            return intent.note();
        } catch (PersistenceException | EJBException e) {
            if (UniqueKey.isViolated(e)) { // somebody else noted the same attempt at the same instant
                throw DeadLetterAudit.busy(letter.id());
            }
            throw e;
        }
    }

    private interface Touch {
        boolean queue();
    }

    private boolean touch(UUID action, Touch touch) {
        boolean returned = false;
        try {
            boolean taken = touch.queue();
            returned = true;
            audit.finish(action, taken);
            return taken;
        } finally {
            if (!returned) {
                audit.fail(action);
            }
        }
    }

    private static void checkPage(int first, int max) {
        ListQuery.checkPage(first, max);
    }
}
