package io.orderfield.messaging.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.Refusal;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RightTest {
    @May(Right.READ_ORDERS)
    static class Service {
        void list() {}

        @May(Right.DECIDE_ORDERS)
        void approve() {}

        @May(value = Right.READ_ORDERS, hidden = true)
        void find() {}
    }

    static class Heir extends Service {
        @Override
        void list() {}
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(Right.values())
                .flatMap(right -> Arrays.stream(Role.values()).map(role -> Arguments.of(right, role)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("cells")
    void aCallerHasWhatTheRoleHas(Right right, Role role) {
        assertThat(right.of(Person.with(role))).isEqualTo(right.of(role));
        if (right.of(role) == Scope.NONE) {
            assertThatThrownBy(() -> right.check(Person.with(role))).isInstanceOf(ForbiddenException.class);
        } else {
            right.check(Person.with(role));
        }
    }

    @Test
    void theWidestOfSeveralRolesCounts() {
        assertThat(Right.READ_WORK_ORDERS.of(Person.with(Role.TECHNICIAN, Role.VIEWER)))
                .isEqualTo(Scope.ALL);
        assertThat(Right.PERFORM_TASKS.of(Person.with(Role.TECHNICIAN, Role.VIEWER)))
                .isEqualTo(Scope.OWN);
        assertThat(Right.READ_ORDERS.of(Person.with())).isEqualTo(Scope.NONE);
    }

    /** The words of the domain: whoever does the work of the field learns of no customer, order or table beyond it. */
    @Test
    void technicianAndFieldSystemHaveTheirWorkAndNothingElse() {
        Set<Right> theirs = Set.of(
                Right.READ_TEMPLATES,
                Right.READ_WORK_ORDERS,
                Right.PERFORM_TASKS,
                Right.REPORT_WORK,
                Right.READ_TECHNICIANS);
        for (Role role : Set.of(Role.TECHNICIAN, Role.FIELD_SYSTEM)) {
            for (Right right : Right.values()) {
                Scope wanted =
                        right == Right.READ_TEMPLATES ? Scope.ALL : theirs.contains(right) ? Scope.OWN : Scope.NONE;
                assertThat(right.of(role)).as("%s by %s", right, role).isEqualTo(wanted);
            }
        }
    }

    @Test
    void aViewerChangesNothing() {
        assertThat(Right.values())
                .filteredOn(right -> right.of(Role.VIEWER) != Scope.NONE)
                .allSatisfy(right -> assertThat(right.name()).startsWith("READ_"));
    }

    /** The words of the domain: reference data, templates, users, settings, synchronization; reads everything, does no work. */
    @Test
    void anAdministratorReadsEverythingAndChangesNoOrderAndNoWork() {
        assertThat(Right.values())
                .filteredOn(right -> right.of(Role.ADMINISTRATOR) == Scope.NONE)
                .containsExactly(
                        Right.WRITE_ORDERS,
                        Right.HOLD_ORDERS,
                        Right.PASS_POINT_OF_NO_RETURN,
                        Right.WRITE_NOTES,
                        Right.DECIDE_ORDERS,
                        Right.HANDLE_FALLOUTS,
                        Right.DISPATCH,
                        Right.PERFORM_TASKS,
                        Right.REPORT_WORK);
        assertThat(Right.values())
                .filteredOn(right -> right.of(Role.ADMINISTRATOR) == Scope.OWN)
                .isEmpty();
    }

    @Test
    void theMethodsRightCountsBeforeThatOfItsClass() throws NoSuchMethodException {
        Person agent = Person.with(Role.ORDER_AGENT);
        RightCheck.check(method("list"), agent);
        RightCheck.check(method("find"), agent);
        assertThatThrownBy(() -> RightCheck.check(method("approve"), agent)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void whatAServiceInheritsNeedsTheSameRight() throws NoSuchMethodException {
        Person technician = Person.with(Role.TECHNICIAN);
        Method own = Heir.class.getDeclaredMethod("list");
        assertThatThrownBy(() -> RightCheck.check(own, technician)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aRecordOutOfReachIsNotFoundAndAListForbidden() throws NoSuchMethodException {
        Person technician = Person.with(Role.TECHNICIAN);
        assertThatThrownBy(() -> RightCheck.check(method("list"), technician)).isInstanceOf(ForbiddenException.class);
        Method find = method("find");
        assertThat(catchThrowableOfType(Refusal.class, () -> RightCheck.check(find, technician)))
                .returns(Refusal.Kind.NOT_FOUND, Refusal::kind)
                .returns("not-found", Refusal::code);
    }

    @Test
    void theSenderOfAMessageIsTheCallerWhileItIsWorkedOff() {
        CurrentCaller caller = new CurrentCaller();
        Person partner = Person.with(Role.PARTNER);
        caller.as(partner, () -> {
            assertThat(caller.name()).isEqualTo("somebody");
            assertThat(caller.is(Role.PARTNER)).isTrue();
            assertThat(Right.WRITE_ORDERS.of(caller)).isEqualTo(Scope.OWN);
        });
        assertThat(caller.name()).isEqualTo("system");
        assertThat(caller.is(Role.PARTNER)).isFalse();
    }

    private static Method method(String name) throws NoSuchMethodException {
        return Service.class.getDeclaredMethod(name);
    }
}
