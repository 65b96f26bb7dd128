package io.orderfield.om.policy.replay;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a replay; null for all.
 *
 * @param row id of the row that makes the difference
 * @param kind {@code MORE}, {@code FEWER} or {@code OTHER}
 * @param open only open ones, or only others
 */
public record ReplayLineFilter(
        @Nullable String row,
        @Nullable String kind,
        @Nullable Boolean open) {
    /** Every line. */
    public static final ReplayLineFilter ALL = new ReplayLineFilter(null, null, null);

    /** @throws Refusal invalid-request for a kind that there is not */
    @Nullable
    ReplayKind wantedKind() {
        return kind == null
                ? null
                : Arrays.stream(ReplayKind.values())
                        .filter(known -> known.name().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid(
                                "kind", Sentence.of("field.oneOf").with("codes", List.of(ReplayKind.values()))));
    }
}
