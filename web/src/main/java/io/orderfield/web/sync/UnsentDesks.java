package io.orderfield.web.sync;

import io.orderfield.fsm.messaging.FsmUnsentService;
import io.orderfield.messaging.delivery.UnsentDesk;
import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.om.messaging.OmUnsentService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which side's messages somebody means. */
@ApplicationScoped
public class UnsentDesks {
    static final List<String> SIDES = List.of("om", "fsm");

    @Inject
    OmUnsentService orderManagement;

    @Inject
    FsmUnsentService fieldService;

    /** @param side om or fsm */
    UnsentDesk of(String side) {
        return switch (side) {
            case "om" -> orderManagement;
            case "fsm" -> fieldService;
            default -> throw Refusal.notFound("side", side);
        };
    }
}
