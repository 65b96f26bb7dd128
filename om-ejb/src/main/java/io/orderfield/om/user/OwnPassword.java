package io.orderfield.om.user;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;

/** Users change their own password: with the old one, so that a desk left alone, or a stolen token, doesn't do it. */
@Shared
public class OwnPassword {
    private final SignIns signIns;
    private final PasswordWork work;
    private final OwnAccount account;

    @Inject
    OwnPassword(SignIns signIns, PasswordWork work, OwnAccount account) {
        this.signIns = signIns;
        this.work = work;
        this.account = account;
    }

    /**
     * Changes the caller's password.
     *
     * @return what came of checking the old one; without a user nothing was changed, and when it must not be tried again
     *     before some seconds, it says so
     * @throws Refusal INVALID when the old one is wrong or the new one won't do
     */
    public SignIn change(String old, Password password, Origin origin) {
        UserView user = account.user();
        SignIn checked = signIns.attemptPassword(user.username(), old.toCharArray(), origin);
        if (checked.retryAfterSeconds() > 0) {
            return checked;
        }
        if (checked.user() == null) {
            throw Refusal.invalid("oldPassword", Sentence.of("field.wrongPassword"));
        }
        if (password.is(old.toCharArray())) {
            throw Refusal.invalid("password", Sentence.of("field.samePassword"));
        }
        String hash = work.run(password.checked(user)::hash);
        return new SignIn(account.replacePassword(hash), 0);
    }
}
