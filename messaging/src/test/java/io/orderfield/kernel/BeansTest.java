package io.orderfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.right.ForbiddenException;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Person;
import io.orderfield.messaging.right.Right;
import io.orderfield.messaging.right.Role;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class BeansTest {
    interface Port {}

    interface Several {}

    interface Nobody {}

    record Happened(String what) {}

    @Shared
    static class Adapter implements Port, Several {
        private final StringBuilder given;

        @Inject
        Adapter(StringBuilder given) {
            this.given = given;
        }
    }

    @Shared
    static class Other implements Several {
        private final int number;
        private final Optional<String> text;

        @Inject
        Other(
                @ConfigProperty(name = "NUMBER", defaultValue = "7") int number,
                @ConfigProperty(name = "TEXT") Optional<String> text) {
            this.number = number;
            this.text = text;
        }
    }

    @Stateless
    static class Service {
        @Inject
        private Port port;

        @Inject
        private Instance<Several> several;

        @Inject
        private Event<Happened> happened;
    }

    @Shared
    static class Listener {
        private final List<String> heard = new ArrayList<>();

        void hear(@Observes Happened event) {
            if (event.what().isEmpty()) {
                throw new IllegalStateException("nothing");
            }
            heard.add(event.what());
        }

        void later(@Observes(during = TransactionPhase.AFTER_SUCCESS) Happened event) {
            heard.add("later " + event.what());
        }
    }

    @Stateless
    static class Guarded {
        @Inject
        private Port port;

        @May(Right.DECIDE_ORDERS)
        public Port decide() {
            return port;
        }
    }

    private final StringBuilder wire = new StringBuilder();
    private final Beans beans = new Beans(BeansTest.class, wire);

    @Test
    void makesEachOnceByWhatItAsksFor() {
        Service service = beans.get(Service.class);
        Adapter adapter = beans.get(Adapter.class);

        assertThat(service.port).isSameAs(adapter);
        assertThat(adapter.given).isSameAs(wire);
        assertThat(service.several).containsExactlyInAnyOrder(adapter, beans.get(Other.class));
        assertThat(beans.get(Service.class)).isSameAs(service);
    }

    @Test
    void takesWhatIsGivenInItsPlace() {
        Port own = new Port() {};
        assertThat(beans.with(own).get(Service.class).port).isSameAs(own);
    }

    @Test
    void readsVariables() {
        assertThat(beans.get(Other.class).number).isEqualTo(7);
        assertThat(beans.get(Other.class).text).isEmpty();
        Other told =
                beans.with(Variables.of(Map.of("NUMBER", "8", "TEXT", "said"))).get(Other.class);
        assertThat(told.number).isEqualTo(8);
        assertThat(told.text).contains("said");
    }

    @Test
    void handsAnEventToWhoObservesItInTheTransaction() {
        beans.with(new Port() {}).get(Service.class).happened.fire(new Happened("now"));

        assertThat(beans.get(Listener.class).heard).containsExactly("now");
        assertThat(beans.events().of(Happened.class)).containsExactly(new Happened("now"));
        assertThatIllegalStateException()
                .isThrownBy(() -> beans.get(Service.class).happened.fire(new Happened("")))
                .withMessage("nothing");
    }

    @Test
    void aTestMayHearAloneWhatIsFired() {
        FiredEvents events = new FiredEvents();
        Beans alone = beans.with(events);
        alone.get(Service.class).happened.fire(new Happened("now"));

        assertThat(events.of(Happened.class)).hasSize(1);
        assertThat(alone.get(Listener.class).heard).isEmpty();
    }

    @Test
    void letsNobodyInWithoutTheRight() {
        Beans managers = beans.with(Person.with(Role.ORDER_MANAGER));
        assertThat(managers.get(Guarded.class).decide()).isSameAs(managers.get(Port.class));
        assertThat(managers.get(Guarded.class)).isSameAs(managers.get(Guarded.class));
        assertThatThrownBy(() -> managers.with(Person.with(Role.ORDER_AGENT))
                        .get(Guarded.class)
                        .decide())
                .isInstanceOf(ForbiddenException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> beans.get(Guarded.class).decide())
                .withMessageContaining("Caller is not given");
    }

    @Test
    void refusesToGuess() {
        assertThatIllegalArgumentException().isThrownBy(() -> beans.get(Several.class));
        assertThatIllegalArgumentException().isThrownBy(() -> beans.get(Nobody.class));
        assertThatIllegalArgumentException().isThrownBy(() -> new Beans(BeansTest.class).get(Port.class));
    }
}
