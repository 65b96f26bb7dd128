package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the aggregates alone. */
class CustomerOrderTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final CustomerOrder order = CustomerOrder.draft(
            "ORD0001001", "ACCT0001001", new CustomerOrderDefaults(null, 3, null, null, null), false, "agent", AT);
    private final OrderLineItem first = OrderLineItem.draft("ORDL0001001", order.id(), data(1), AT);
    private final OrderLineItem second = OrderLineItem.draft("ORDL0001002", order.id(), data(2), AT);
    private final List<OrderLineItem> items = List.of(first, second);

    @Test
    void refusesToPlaceWithoutItems() {
        assertCode("empty-order", () -> order.place(List.of(), "agent", "workspace", AT));
        assertThat(order.state()).isEqualTo(OrderState.DRAFT);
    }

    @Test
    void countsTheVersionFromTheApproval() {
        assertThat(first.version()).isZero();
        approve();
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.applyInFlight(data(9), AT)).containsExactly(new FieldChange("quantity", "1", "9"));
        assertThat(first.version()).isEqualTo(2);
        assertThat(first.applyInFlight(data(9), AT)).isEmpty();
        assertThat(first.version()).isEqualTo(2);
    }

    @Test
    void listsDifferencesOfCharacteristicsByName() {
        LineItemData before = data(1, Map.of("a", "1", "b", "2"));
        LineItemData after = data(1, Map.of("b", "3", "c", "4"));
        assertThat(before.differencesTo(after))
                .containsExactly(
                        new FieldChange("characteristics.a", "1", null),
                        new FieldChange("characteristics.b", "2", "3"),
                        new FieldChange("characteristics.c", null, "4"));
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"DRAFT", "NEW", "REJECTED", "CANCELED"})
    void passesThePointOfNoReturnInProgressOnly(OrderState state) {
        take(state);
        assertCode("wrong-state", () -> first.passPointOfNoReturn("agent", null, AT));
        assertThat(first.isPastPointOfNoReturn()).isFalse();
    }

    @Test
    void passesThePointOfNoReturnOnceAndForGood() {
        approve();
        assertThat(first.passPointOfNoReturn("policy v1", "work started", AT)).isTrue();
        assertThat(first.passPointOfNoReturn("agent", "again", AT.plusSeconds(1)))
                .isFalse();
        assertThat(first.pointOfNoReturn()).isEqualTo(new PointOfNoReturnView("policy v1", AT, "work started"));
        assertCode("past-point-of-no-return", () -> first.applyInFlight(data(5), AT));
        assertCode("past-point-of-no-return", () -> first.cancel("no", AT));
        assertCode("past-point-of-no-return", () -> order.cancel(items, "no", false, AT));
        assertThat(second.state()).isEqualTo(OrderState.IN_PROGRESS);
    }

    @Test
    void holdStaysPossiblePastThePointOfNoReturn() {
        approve();
        first.passPointOfNoReturn("agent", null, AT);
        order.hold(items, AT);
        assertThat(first.state()).isEqualTo(OrderState.ON_HOLD);
        order.resume(items, AT);
        assertThat(first.state()).isEqualTo(OrderState.IN_PROGRESS);
    }

    @Test
    void resumeTouchesOnlyWhatTheHoldHeld() {
        approve();
        first.cancel("early", AT);
        order.hold(items, AT);
        assertThat(first.state()).isEqualTo(OrderState.CANCELLATION_IN_PROGRESS);
        order.resume(items, AT);
        assertThat(first.state()).isEqualTo(OrderState.CANCELLATION_IN_PROGRESS);
        assertThat(second.state()).isEqualTo(OrderState.IN_PROGRESS);
    }

    @Test
    void isCompletedWhenAllItemsHaveEnded() {
        approve();
        first.rollUp(false, false, AT);
        assertThat(order.rollUp(items, AT)).isFalse();
        second.cancel("no", AT);
        second.rollUp(true, false, AT);
        assertThat(order.rollUp(items, AT)).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(order.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(order.rollUp(items, AT)).isFalse();
    }

    @Test
    void isCanceledWhenAllItemsAreCanceled() {
        approve();
        assertThat(order.cancel(items, "no", false, AT)).containsExactly(first, second);
        first.rollUp(true, false, AT);
        second.rollUp(true, false, AT);
        assertThat(order.rollUp(items, AT)).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
    }

    @Test
    void isCompletedWhenWorkWasDoneBeforeTheCancellation() {
        approve();
        order.cancel(items, "no", false, AT);
        first.rollUp(false, true, AT);
        second.rollUp(true, false, AT);
        assertThat(order.rollUp(items, AT)).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(order.outcome()).isEqualTo(Outcome.INCOMPLETE);
    }

    @Test
    void aDraftIsNeverRolledUp() {
        assertThat(order.rollUp(items, AT)).isFalse();
        order.cancel(items, "no", false, AT);
        assertThat(order.rollUp(items, AT)).isFalse();
        assertThat(items).extracting(OrderLineItem::state).containsOnly(OrderState.CANCELED);
    }

    private void take(OrderState state) {
        switch (state) {
            case NEW -> order.place(items, "agent", "workspace", AT);
            case REJECTED -> {
                order.place(items, "agent", "workspace", AT);
                order.reject(items, "no", AT);
            }
            case CANCELED -> order.cancel(items, "no", false, AT);
            default -> assertThat(order.state()).isEqualTo(state);
        }
    }

    private void approve() {
        order.place(items, "agent", "workspace", AT);
        order.approve(items, "manager", AT);
    }

    private static void assertCode(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static LineItemData data(int quantity) {
        return data(quantity, Map.of());
    }

    private static LineItemData data(int quantity, Map<String, String> characteristics) {
        return new LineItemData(
                LineItemAction.ADD,
                "FIBER-INTERNET",
                "LOC0001001",
                quantity,
                characteristics,
                null,
                3,
                null,
                null,
                null);
    }
}
