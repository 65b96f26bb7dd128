package io.orderfield.om.user;

import io.orderfield.messaging.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Who is calling. Services ask it; the container has checked roles already where a method names them. */
public interface CurrentUser {
    /** User name of the caller; {@code system} for what runs without a person. */
    String name();

    /** Whether the caller has this role, one of {@link Roles}. */
    boolean has(String role);

    /** The account that the caller may see alone, null when the caller may see every account. */
    @Nullable
    String ownAccount();

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
