package io.orderfield.om.fallout;

import io.orderfield.kernel.Sentence;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Raises fallouts, for the other packages. */
public interface Fallouts {
    /** Raises a fallout with the caller's transaction. */
    FalloutView raise(NewFallout fallout);

    /**
     * Raises a fallout that nothing but its record places, and that can't be tried again.
     *
     * @param cause stable code, lower case with hyphens
     * @param record number of the record that it is about
     * @param domainOrder number of the domain order, or null
     * @param text what happened and what to do
     */
    default FalloutView raise(String cause, String record, @Nullable String domainOrder, Sentence text) {
        return raise(new NewFallout(cause, record, null, null, domainOrder, null, text));
    }

    /**
     * Ends what still waits for a person, because what it is about was decided elsewhere. It locks those fallouts; their
     * locks come after those of the records.
     *
     * @param cause of the fallouts
     * @param subjects what they are about
     * @param what was decided: the resolution
     * @param by user name of who decided
     */
    void resolve(String cause, Collection<UUID> subjects, Sentence what, String by);

    /** Whether a fallout of this cause about this subject waits for a person already. */
    boolean isRaised(String cause, UUID subject);
}
