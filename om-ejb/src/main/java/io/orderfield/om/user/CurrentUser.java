package io.orderfield.om.user;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.Right;
import io.orderfield.messaging.right.Scope;
import org.jspecify.annotations.Nullable;

/** Who is calling. Services ask it whose records they may show; whether they may be called at all is checked before. */
public interface CurrentUser extends Caller {
    /** The account that the caller's record names; null without one. */
    @Nullable
    String account();

    /** The account that the caller may see alone, null when the caller may see every account. */
    default @Nullable String ownAccount() {
        if (Right.READ_ORDERS.of(this) != Scope.OWN) {
            return null;
        }
        String own = account();
        // whoever has no account sees nothing: no account has an empty number
        return own == null ? "" : own;
    }

    /** Whether the caller may see records of this account. */
    default boolean maySee(String account) {
        String own = ownAccount();
        return own == null || own.equals(account);
    }

    /**
     * Refuses with NOT_FOUND what belongs to another partner: who may not see a record does not learn that it exists.
     *
     * @param what the kind of record in words, such as {@code customer order}
     */
    default void checkSees(String account, String what, String number) {
        if (!maySee(account)) {
            throw Refusal.notFound(what, number);
        }
    }
}
