package io.orderfield.fsm;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Says of an entity manager that it is the one of Field Service: the server has two. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface FsmData {}
