package io.orderfield.messaging.right;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only for callers with this right; that of a method counts before that of its class, which
 * heirs of the class have too. On a service it is checked whoever
 * calls, on a resource of the API before its body is read.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface May {
    @Nonbinding
    Right value();

    /**
     * For a method that answers one record: whoever lacks the right doesn't learn that there is such a record, and is told
     * {@code not-found} instead of {@code forbidden}.
     */
    @Nonbinding
    boolean hidden() default false;
}
