package io.orderfield.messaging.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which database the {@link DatabaseTest} methods of a class get. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface WithDatabase {
    /** Schemas to migrate, each from {@code db/migration/<schema>}. */
    String[] schemas();

    /** Persistence unit for {@link TestDatabase#entityManagerFactory()}; empty when the tests use JDBC alone. */
    String unit() default "";
}
