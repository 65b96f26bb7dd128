package io.orderfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.ejb.EJB;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

class InjectedTest {
    static class Bean {
        @EJB
        private Bean transactions;

        @Inject
        private String name;

        @Inject
        private Instance<Integer> all;

        private int own;
    }

    @Test
    void fillsEachInjectedFieldInItsOrderAndTheBeanItself() {
        Bean bean = Injected.into(new Bean() {}, "name", List.of(1, 2));
        assertThat(bean.name).isEqualTo("name");
        assertThat(bean.all).containsExactly(1, 2);
        assertThat(bean.transactions).isSameAs(bean);
        assertThat(bean.own).isZero();
    }

    @Test
    void refusesWhatIsMissingTooMuchOrOfAnotherType() {
        assertThatIllegalArgumentException().isThrownBy(() -> Injected.into(new Bean(), "name"));
        assertThatIllegalArgumentException().isThrownBy(() -> Injected.into(new Bean(), "name", List.of(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Injected.into(new Bean(), 1, List.of()));
    }
}
