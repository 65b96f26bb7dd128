package io.orderfield.web.sync;

import io.orderfield.fsm.messaging.FsmSideService;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.delivery.SideService;
import io.orderfield.om.messaging.OmSideService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which side's messages somebody means. */
@ApplicationScoped
public class UnsentSides {
    static final List<String> SIDES = List.of("om", "fsm");

    @Inject
    OmSideService orderManagement;

    @Inject
    FsmSideService fieldService;

    /** @param side om or fsm */
    SideService of(String side) {
        return switch (side) {
            case "om" -> orderManagement;
            case "fsm" -> fieldService;
            default -> throw Refusal.notFound("side", side);
        };
    }
}
