package io.orderfield.messaging.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** That what {@link Injected} fills, and so what is put together of it, lets nobody in without the right. */
class CheckedTest {
    @May(Right.MANAGE_SYNC)
    abstract static class Elder {
        public String inherited() {
            return "inherited";
        }
    }

    @May(Right.READ_ORDERS)
    static class Service extends Elder {
        @EJB
        private Service self;

        @Inject
        private Caller caller;

        public String list() {
            return "list";
        }

        @May(value = Right.READ_ORDERS, hidden = true)
        public String find() {
            return "find";
        }

        @May(Right.DECIDE_ORDERS)
        public long approve(long number) {
            return number + 1;
        }

        public String alsoApproves() {
            return list() + approve(1);
        }

        public String alsoApprovesAsACallOfItsOwn() {
            return list() + self.approve(1);
        }

        public void fails() throws IOException {
            throw new IOException("disk");
        }

        String reached() {
            return caller.name();
        }
    }

    static class Open {
        @PermitAll
        public String open() {
            return "open";
        }

        @May(Right.MANAGE_USERS)
        public String closed() {
            return "closed";
        }
    }

    static class OpenToAll {
        @PermitAll
        public String open() {
            return "open";
        }
    }

    private static Service called(Role... roles) {
        return Injected.into(new Service(), Person.with(roles));
    }

    @Test
    void letsInWhoHasTheRight() {
        assertThat(called(Role.VIEWER).list()).isEqualTo("list");
        assertThat(called(Role.VIEWER).find()).isEqualTo("find");
        assertThat(called(Role.ORDER_MANAGER).approve(41)).isEqualTo(42);
        assertThat(called(Role.ADMINISTRATOR).inherited()).isEqualTo("inherited");
    }

    @Test
    void refusesWhoHasNot() {
        assertThatThrownBy(() -> called(Role.TECHNICIAN).list()).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> called(Role.VIEWER).approve(41)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> called(Role.VIEWER).inherited()).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> called().find())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
    }

    @Test
    void whatABeanCallsOfItselfIsNotCheckedAsInItsContainer() {
        assertThat(called(Role.VIEWER).alsoApproves()).isEqualTo("list2");
        assertThatThrownBy(() -> called(Role.VIEWER).alsoApprovesAsACallOfItsOwn())
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void whatATestReplacesIsBehindTheCheckToo() {
        Service replaced = Injected.into(
                new Service() {
                    @Override
                    public long approve(long number) {
                        return -number;
                    }
                },
                Person.with(Role.ORDER_MANAGER));
        assertThat(replaced.approve(1)).isEqualTo(-1);
        assertThat(replaced.alsoApprovesAsACallOfItsOwn()).isEqualTo("list-1");
    }

    @Test
    void throwsWhatTheBeanThrows() {
        assertThatThrownBy(() -> called(Role.VIEWER).fails())
                .isInstanceOf(IOException.class)
                .hasMessage("disk");
    }

    @Test
    void isFilledForWhoeverReachesIntoIt() {
        assertThat(called().reached()).isEqualTo("somebody");
    }

    @Test
    void wantsToKnowWhoCallsWhereARightIsNamed() {
        Open nobody = Injected.into(new Open());
        assertThat(nobody.open()).isEqualTo("open");
        assertThatIllegalStateException().isThrownBy(nobody::closed);
        assertThat(Injected.as(Person.with(Role.ADMINISTRATOR), new Open()).closed())
                .isEqualTo("closed");
        assertThatThrownBy(
                        () -> Injected.as(Person.with(Role.VIEWER), new Open()).closed())
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void leavesABeanAloneThatNamesNoRight() {
        OpenToAll bean = new OpenToAll();
        assertThat(Injected.into(bean)).isSameAs(bean);
    }
}
