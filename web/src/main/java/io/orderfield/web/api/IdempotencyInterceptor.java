package io.orderfield.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Tagged;
import io.orderfield.messaging.delivery.TraceContext;
import io.orderfield.om.idempotency.IdempotencyService;
import io.orderfield.om.idempotency.StoredAnswer;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a call of the API under its trace context, and a POST with an {@code Idempotency-Key} at most once: the key is
 * claimed, the service decides and the answer is kept in <em>one</em> transaction, so either all of it happened or
 * none. What fails leaves no trace, and the key can be used again.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor implements Serializable {
    private static final long serialVersionUID = 1L;

    static final String HEADER = "Idempotency-Key";

    @Inject
    transient Call call;

    @Inject
    transient IdempotencyService answers;

    @Inject
    transient UserTransaction transaction;

    @AroundInvoke
    public @Nullable Object serve(InvocationContext method) throws Exception {
        String key = call.idempotencyKey();
        return traced(() -> key == null || !call.method().equals("POST") ? method.proceed() : once(key, method));
    }

    private @Nullable Object once(String key, InvocationContext method) throws Exception {
        check(key);
        transaction.begin();
        try {
            Optional<StoredAnswer> first = answers.begin(call.user(), call.path(), key, call.requestHash());
            if (first.isPresent()) {
                throw new AnswerReplayed(first.get());
            }
            Object answer = method.proceed();
            answers.complete(
                    call.user(),
                    call.path(),
                    key,
                    call.status(),
                    call.location(),
                    answer instanceof Tagged tagged ? EntityTag.of(tagged.etag()) : null,
                    json(answer));
            transaction.commit();
            return answer;
        } finally {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    private static void check(String key) {
        if (!key.matches("[\\x21-\\x7E]{1,200}")) {
            throw Refusal.invalid("invalid-idempotency-key.header");
        }
    }

    private String json(@Nullable Object answer) throws JsonProcessingException {
        return answer == null
                ? ""
                : ApiJson.mapper().writer().with(call.language()).writeValueAsString(answer);
    }

    private @Nullable Object traced(Work work) throws Exception {
        Outcome outcome = new Outcome();
        TraceContext.run(call.traceparent(), () -> outcome.of(work));
        if (outcome.failure != null) {
            throw outcome.failure;
        }
        return outcome.value;
    }

    private interface Work {
        @Nullable
        Object run() throws Exception;
    }

    /** Carries a result or a checked exception out of a Runnable. */
    private static final class Outcome {
        private @Nullable Object value;
        private @Nullable Exception failure;

        void of(Work work) {
            try {
                value = work.run();
            } catch (Exception e) {
                failure = e;
            }
        }
    }
}
