package io.orderfield.om.fallout;

import io.orderfield.kernel.Sentence;
import java.util.Set;
import java.util.UUID;

/** Tries again what fallouts of some causes are about. Each bean of this type is asked for its own causes. */
public interface Retry {
    /** The causes that it can try again. */
    Set<String> causes();

    /**
     * Tries again, in the caller's transaction. It takes the locks that it needs; those of the fallout come after them.
     *
     * @param subject of the fallout
     * @param cause of the fallout, one of its own
     * @param by user name of who wants it
     * @return what was done: the fallout's resolution
     * @throws io.orderfield.kernel.Refusal {@code nothing-to-retry} when there is nothing to try again any more
     */
    Sentence retry(UUID subject, String cause, String by);
}
