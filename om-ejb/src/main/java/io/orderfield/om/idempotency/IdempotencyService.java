package io.orderfield.om.idempotency;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.idempotency.KeysInUse.Key;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the first answer to a request that carries an idempotency key, for 24 hours per user and path. Key, decision
 * and answer are one transaction: an answer that is remembered was decided, and a request that was refused or that failed
 * leaves its key free.
 *
 * <p>A singleton, because the keys in use on this node must be seen by all its threads.
 */
@Singleton
@PermitAll
@DependsOn("OmSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class IdempotencyService {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_PATH = 500;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    private final KeysInUse inUse = new KeysInUse();

    @Inject
    private Clock clock;

    /**
     * Claims the key for the current transaction; call it first in the transaction of the decision.
     *
     * @param path the request's path, which a key belongs to
     * @param bodyHash hash of the request's body, and of its query where it has one
     * @return the first answer when there is one: give it again and decide nothing
     * @throws Refusal {@code idempotency-key-reused} for another body or query, {@code idempotency-key-in-use} while the first
     *     request still runs, {@code invalid-idempotency-key} for a blank or too long key
     */
    public Optional<StoredAnswer> begin(String user, String path, String key, String bodyHash) {
        if (key.isBlank() || key.length() > LONGEST_KEY || path.length() > LONGEST_PATH) {
            throw Refusal.invalid("invalid-idempotency-key").with("most", LONGEST_KEY);
        }
        Key claimed = new Key(user, path, key);
        if (!inUse.claim(claimed)) {
            throw inUse();
        }
        transactions.registerInterposedSynchronization(new Release(claimed));
        Instant now = clock.instant();
        try {
            Connection connection = connection();
            AnswerStore.forget(connection, claimed, now.minus(KEPT));
            if (AnswerStore.insert(connection, claimed, bodyHash, now)) {
                return Optional.empty();
            }
            AnswerStore.Entry entry = AnswerStore.find(connection, claimed).orElseThrow(IdempotencyService::inUse);
            if (!entry.bodyHash().equals(bodyHash)) {
                throw Refusal.conflict("idempotency-key-reused");
            }
            return Optional.of(Optional.ofNullable(entry.answer()).orElseThrow(IdempotencyService::inUse));
        } catch (SQLException e) {
            throw new IllegalStateException("the idempotency key could not be claimed", e);
        }
    }

    /**
     * Remembers the answer, in the transaction that {@link #begin} ran in.
     *
     * @param status 200 to 299; other answers are not remembered, so their transaction must roll back
     */
    public void complete(
            String user,
            String path,
            String key,
            int status,
            @Nullable String location,
            @Nullable String etag,
            String body) {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("only successes are remembered, not " + status);
        }
        try {
            StoredAnswer answer = new StoredAnswer(status, location, etag, body);
            if (!AnswerStore.complete(connection(), new Key(user, path, key), answer)) {
                throw new IllegalStateException("the idempotency key was not claimed in this transaction");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the answer could not be remembered", e);
        }
    }

    /** Deletes keys that are older than 24 hours. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void purge() {
        try {
            AnswerStore.purge(connection(), clock.instant().minus(KEPT));
        } catch (SQLException e) {
            throw new IllegalStateException("old idempotency keys could not be deleted", e);
        }
    }

    private Connection connection() {
        return entityManager.unwrap(Connection.class);
    }

    private static Refusal inUse() {
        return Refusal.conflict("idempotency-key-in-use");
    }

    /** Frees the key on this node when the transaction has ended, either way. */
    private final class Release implements Synchronization {
        private final Key key;

        Release(Key key) {
            this.key = key;
        }

        @Override
        public void beforeCompletion() {
            // nothing to do
        }

        @Override
        public void afterCompletion(int status) {
            inUse.release(key);
        }
    }
}
