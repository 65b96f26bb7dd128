package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Tagged;
import io.orderfield.messaging.delivery.TraceContext;
import io.orderfield.om.idempotency.IdempotencyService;
import io.orderfield.om.idempotency.StoredAnswer;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyInterceptorTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    record Order(String number, String etag) implements Tagged {}

    private final List<String> steps = new ArrayList<>();
    private final Answers answers = new Answers();
    private final Transaction transaction = new Transaction();
    private final IdempotencyInterceptor interceptor = new IdempotencyInterceptor();

    @BeforeEach
    void wire() {
        interceptor.answers = answers;
        interceptor.transaction = transaction;
        call("POST", "k1");
    }

    @Test
    void keepsTheAnswerInTheTransactionOfTheDecision() throws Exception {
        Object answer = interceptor.serve(method(() -> {
            steps.add("decide");
            interceptor.call.created("/customer-orders/ORD0001001");
            return new Order("ORD0001001", "0");
        }));

        assertThat(answer).isInstanceOf(Order.class);
        assertThat(steps).containsExactly("begin", "claim", "decide", "keep", "commit");
        assertThat(answers.kept)
                .isEqualTo(new StoredAnswer(
                        201, "/api/v1/customer-orders/ORD0001001", "\"0\"", "{\"number\":\"ORD0001001\"}"));
    }

    @Test
    void givesTheFirstAnswerAgainAndDecidesNothing() {
        answers.kept = new StoredAnswer(200, null, null, "{}");
        assertThatThrownBy(() -> interceptor.serve(method(() -> {
                    throw new AssertionError("must not decide");
                })))
                .isInstanceOfSatisfying(AnswerReplayed.class, replayed -> assertThat(replayed.answer())
                        .isSameAs(answers.kept));
        assertThat(steps).containsExactly("begin", "claim", "rollback");
    }

    @Test
    void leavesNoTraceOfARefusal() {
        assertThatThrownBy(() -> interceptor.serve(method(() -> {
                    throw Refusal.conflict("wrong-state");
                })))
                .isInstanceOf(Refusal.class);
        assertThat(steps).containsExactly("begin", "claim", "rollback");
        assertThat(answers.kept).isNull();
    }

    @Test
    void staysOutOfTheWayWithoutAKeyAndOfOtherMethods() throws Exception {
        call("POST", null);
        assertThat(interceptor.serve(method(() -> "plain"))).isEqualTo("plain");
        call("PATCH", "k1");
        assertThat(interceptor.serve(method(() -> "plain"))).isEqualTo("plain");
        assertThat(steps).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "ümlaut"})
    void refusesAKeyThatIsNone(String key) {
        call("POST", key);
        assertThatThrownBy(() -> interceptor.serve(method(() -> "plain"))).isInstanceOf(Refusal.class);
        assertThat(steps).isEmpty();
    }

    @Test
    void runsUnderTheTraceOfTheCallerAndLeavesTheThreadClean() throws Exception {
        assertThat(interceptor.serve(method(TraceContext::current))).isEqualTo(TRACE);
        assertThat(TraceContext.current()).isNull();
    }

    private void call(String method, String key) {
        Call call = new Call();
        call.begin(method, "/api/v1/customer-orders", "", "agent", TRACE, Locale.ENGLISH);
        call.conditions(null, key);
        interceptor.call = call;
    }

    private final class Answers extends IdempotencyService {
        private StoredAnswer kept;

        @Override
        public Optional<StoredAnswer> begin(String user, String path, String key, String bodyHash) {
            steps.add("claim");
            return Optional.ofNullable(kept);
        }

        @Override
        public void complete(
                String user, String path, String key, int status, String location, String etag, String body) {
            steps.add("keep");
            kept = new StoredAnswer(status, location, etag, body);
        }
    }

    private final class Transaction implements UserTransaction {
        private int status = Status.STATUS_NO_TRANSACTION;

        @Override
        public void begin() {
            steps.add("begin");
            status = Status.STATUS_ACTIVE;
        }

        @Override
        public void commit() {
            steps.add("commit");
            status = Status.STATUS_NO_TRANSACTION;
        }

        @Override
        public void rollback() {
            steps.add("rollback");
            status = Status.STATUS_NO_TRANSACTION;
        }

        @Override
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public void setTransactionTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }
    }

    private static InvocationContext method(Callable<Object> work) {
        return new InvocationContext() {
            @Override
            public Object proceed() throws Exception {
                return work.call();
            }

            @Override
            public Object getTarget() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Object getTimer() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Method getMethod() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Constructor<?> getConstructor() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Object[] getParameters() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void setParameters(Object[] parameters) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<String, Object> getContextData() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
