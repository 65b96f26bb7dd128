package io.orderfield.om.policy;

import io.orderfield.kernel.Fingerprint;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key that a client drew for a batch of operations, by which it is known when it comes again.
 *
 * @param digest of the operations: other ones under the same key are another batch, and a mistake
 */
record ClientKey(String key, String digest) {
    /** As long as any client draws one. */
    private static final int LONGEST = 200;

    /**
     * @param key null for a batch that is never sent again
     * @throws Refusal invalid-request when it is too long
     */
    static @Nullable ClientKey of(@Nullable String key, List<RowOperation> operations) {
        if (key != null && key.length() > LONGEST) {
            throw Refusal.invalid(
                    "key",
                    Sentence.of("field.tooLong").with("length", key.length()).with("most", LONGEST));
        }
        return key == null ? null : new ClientKey(key, Fingerprint.of(operations.toString()));
    }

    /**
     * @param before digest of what came under this key; null where a release of before didn't keep it
     * @throws Refusal idempotency-key-reused
     */
    void demandSame(@Nullable String before) {
        if (before != null && !before.equals(digest)) {
            throw Refusal.conflict("idempotency-key-reused");
        }
    }
}
