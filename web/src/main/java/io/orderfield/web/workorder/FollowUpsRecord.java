package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.FollowUpView;
import io.orderfield.fsm.workorder.FollowUpsView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a work order hangs together with others.
 *
 * @param origin number of the work order that wished for this one
 * @param wishes what was wished for here, oldest first
 */
@Schema(name = "FollowUps")
public record FollowUpsRecord(@Nullable String origin, List<Wish> wishes) {

    /**
     * Further work that somebody out there wished for.
     *
     * @param workOrder number of the work order that came of it; null while none has
     */
    @Schema(name = "WishedFollowUp")
    public record Wish(
            String template,
            String reason,
            String wishedBy,
            Instant wishedAt,
            @Nullable String workOrder,
            @Nullable String state) {

        static Wish of(FollowUpView view) {
            return new Wish(
                    view.template(), view.reason(), view.wishedBy(), view.wishedAt(), view.workOrder(), view.state());
        }
    }

    static FollowUpsRecord of(FollowUpsView view) {
        return new FollowUpsRecord(
                view.origin(), view.wishes().stream().map(Wish::of).toList());
    }
}
