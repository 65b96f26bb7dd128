package io.orderfield.om.user;

import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Checks user names and passwords: behind the brake on guessing, with a bound on how many are checked at once, and for
 * what was right a moment ago not at all. The same attempt made several times at once is one.
 *
 * <p>It runs outside of any transaction, so that nobody waits for a password with a connection in hand.
 */
@Shared
public class SignIns {
    private final UserDirectory directory;
    private final SignInBrake brake;
    private final PasswordWork work;
    private final ProvenCredentials proven;
    private final ConcurrentMap<String, CompletableFuture<SignIn>> underWay = new ConcurrentHashMap<>();

    @Inject
    SignIns(UserDirectory directory, SignInBrake brake, PasswordWork work, Clock clock) {
        this.directory = directory;
        this.brake = brake;
        this.work = work;
        this.proven = new ProvenCredentials(clock);
    }

    /**
     * Who this is. Takes as long for an unknown user as for a wrong password, so that user names can't be guessed by the
     * clock.
     *
     * @throws TooBusyException when nothing was checked, since too many are being checked
     */
    public SignIn attempt(String username, char[] password, Origin origin) {
        Optional<Credentials> known = credentials(username);
        String attempt = proven.digest(
                username, password, origin, known.map(Credentials::revision).orElse(-1L));
        if (known.isPresent() && proven.contains(attempt)) {
            return new SignIn(known.get().user(), 0);
        }
        CompletableFuture<SignIn> mine = new CompletableFuture<>();
        CompletableFuture<SignIn> same = underWay.putIfAbsent(attempt, mine);
        if (same != null) {
            return outcome(same);
        }
        try {
            SignIn result = braked(username, origin, () -> right(known, password));
            if (result.user() != null) {
                proven.add(attempt);
            }
            mine.complete(result);
            return result;
        } finally {
            underWay.remove(attempt);
            mine.completeExceptionally(new TooBusyException()); // only when it didn't come to a result
        }
    }

    /** Whether this is the user's password, not a generated secret; behind the same brake, and never from memory. */
    SignIn attemptPassword(String username, char[] password, Origin origin) {
        Optional<Credentials> known = credentials(username);
        return braked(username, origin, () -> known.filter(user -> verified(Optional.of(user), password)));
    }

    private Optional<Credentials> credentials(String username) {
        return directory.credentials(username).filter(user -> user.user().enabled());
    }

    private SignIn braked(String username, Origin origin, Supplier<Optional<Credentials>> check) {
        SignInBrake.Attempt attempt = brake.count(username, origin);
        if (attempt.retryAfterSeconds() > 0) {
            return new SignIn(null, attempt.retryAfterSeconds());
        }
        Optional<Credentials> right;
        try {
            right = check.get();
        } catch (TooBusyException e) {
            brake.takeBack(attempt);
            throw e;
        }
        if (right.isEmpty()) {
            return SignIn.WRONG;
        }
        brake.succeeded(username, origin, attempt);
        return new SignIn(right.get().user(), 0);
    }

    private Optional<Credentials> right(Optional<Credentials> known, char[] password) {
        Optional<UserSecret> secret = known.flatMap(user -> user.secret(password));
        if (secret.isPresent()) {
            directory.noteUse(secret.get().id());
            return known;
        }
        return verified(known, password) ? known : Optional.empty();
    }

    private boolean verified(Optional<Credentials> known, char[] password) {
        String hash = known.map(Credentials::passwordHash).orElse(PasswordHash.NONE);
        return work.run(() -> PasswordHash.verify(hash, password));
    }

    private static SignIn outcome(CompletableFuture<SignIn> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw new TooBusyException();
        }
    }
}
