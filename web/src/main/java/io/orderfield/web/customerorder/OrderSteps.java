package io.orderfield.web.customerorder;

import io.orderfield.web.ui.Step;
import java.util.List;

/** Where an order is on its way: the usual way, or the one that ends early. */
final class OrderSteps {
    private static final List<String> USUAL = List.of("DRAFT", "NEW", "IN_PROGRESS", "COMPLETED");
    private static final List<String> REJECTED = List.of("DRAFT", "NEW", "REJECTED");
    private static final List<String> HELD = List.of("DRAFT", "NEW", "ON_HOLD", "COMPLETED");
    private static final List<String> CANCELING =
            List.of("DRAFT", "NEW", "IN_PROGRESS", "CANCELLATION_IN_PROGRESS", "CANCELED");

    private OrderSteps() {}

    static List<Step> of(String state, boolean wasApproved, boolean wasPlaced) {
        return switch (state) {
            case "DRAFT" -> Step.way(USUAL, 0, false);
            case "NEW" -> Step.way(USUAL, 1, false);
            case "REJECTED" -> Step.way(REJECTED, 2, false);
            case "IN_PROGRESS" -> Step.way(USUAL, 2, false);
            case "ON_HOLD" -> Step.way(HELD, 2, false);
            case "CANCELLATION_IN_PROGRESS" -> Step.way(CANCELING, 3, false);
            case "CANCELED" -> canceled(wasApproved, wasPlaced);
            default -> Step.way(USUAL, USUAL.size() - 1, true);
        };
    }

    private static List<Step> canceled(boolean wasApproved, boolean wasPlaced) {
        if (wasApproved) {
            return Step.way(List.of("DRAFT", "NEW", "IN_PROGRESS", "CANCELED"), 3, true);
        }
        List<String> way = wasPlaced ? List.of("DRAFT", "NEW", "CANCELED") : List.of("DRAFT", "CANCELED");
        return Step.way(way, way.size() - 1, true);
    }
}
