package io.orderfield.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideUsersTest {
    @Test
    void admitsNobodyWhenNothingIsSet() {
        assertThat(OutsideUsers.parse(null)).isEmpty();
        assertThat(OutsideUsers.parse(" ")).isEmpty();
    }

    @Test
    void readsUsersWithTheirRoles() {
        assertThat(OutsideUsers.parse("erp=s3cret:integrator, partner; crew=x:field-system;"))
                .containsExactly(
                        new OutsideUsers.User("erp", List.of("s3cret"), List.of("integrator", "partner")),
                        new OutsideUsers.User("crew", List.of("x"), List.of("field-system")));
    }

    @Test
    void letsAPasswordHoldColonsAndEqualsSigns() {
        assertThat(OutsideUsers.parse("erp=a:b=c,d:integrator"))
                .containsExactly(new OutsideUsers.User("erp", List.of("a:b=c,d"), List.of("integrator")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erp",
                "=hunter2:integrator",
                "erp=hunter2",
                "erp=:integrator",
                "erp=hunter2:",
                "e#p=hunter2:integrator"
            })
    void refusesAnEntryThatIsNotWrittenSoAndNeverShowsThePassword(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutsideUsers.parse("good=pw:partner;" + entry))
                .withMessageContaining("name=password:role,role")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void aUserNamedTwiceHasTwoPasswords() {
        assertThat(OutsideUsers.parse("erp=old:integrator,partner;crew=x:field-system;erp=new:partner,integrator"))
                .containsExactly(
                        new OutsideUsers.User("erp", List.of("old", "new"), List.of("integrator", "partner")),
                        new OutsideUsers.User("crew", List.of("x"), List.of("field-system")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"erp=one:partner;erp=two:integrator", "erp=one:partner;erp=two:partner;erp=three:partner"})
    void aUserHasTheSameRolesWithEachPasswordAndTwoPasswordsAtMost(String users) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutsideUsers.parse(users))
                .withMessageContaining("'erp'")
                .withMessageContaining("same roles")
                .satisfies(refused ->
                        assertThat(refused.getMessage()).doesNotContain("one").doesNotContain("two:"));
    }

    @Test
    void aPasswordOfLessThanSixteenCharactersIsWeak() {
        assertThat(OutsideUsers.parse("erp=0123456789abcdef:partner;crew=0123456789abcde:field-system"))
                .extracting(OutsideUsers.User::isWeak)
                .containsExactly(false, true);
    }
}
