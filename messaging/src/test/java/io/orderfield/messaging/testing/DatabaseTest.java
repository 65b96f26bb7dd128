package io.orderfield.messaging.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test that runs once on H2 and once on PostgreSQL. Its (first) parameter is the {@link TestDatabase}, one per kind for
 * the whole class, made as {@link WithDatabase} on the class says.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}", autoCloseArguments = false)
@ArgumentsSource(EveryDatabase.class)
public @interface DatabaseTest {}
