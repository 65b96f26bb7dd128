package io.orderfield.messaging.right;

import io.orderfield.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Asks the table before a method runs, for every channel alike. */
@Interceptor
@May(Right.READ_ORDERS) // stands for every right: the value binds nothing
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RightCheck implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Caller caller;

    /** @param caller whose rights are asked for */
    @Inject
    public RightCheck(Caller caller) {
        this.caller = caller;
    }

    /** @throws Refusal forbidden or not found, before anything else is looked at */
    @AroundInvoke
    public @Nullable Object check(InvocationContext invocation) throws Exception {
        check(invocation.getMethod(), caller);
        return invocation.proceed();
    }

    /** The same for a method that is about to be called; nothing where it names no right. */
    public static void check(Method method, Caller caller) {
        May may = of(method);
        if (may == null || may.value().of(caller) != Scope.NONE) {
            return;
        }
        if (may.hidden()) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "not-found.record");
        }
        throw new ForbiddenException();
    }

    /** What a method says about the right that it needs; null when it says nothing. */
    public static @Nullable May of(Method method) {
        May own = method.getAnnotation(May.class);
        return own == null ? method.getDeclaringClass().getAnnotation(May.class) : own;
    }
}
