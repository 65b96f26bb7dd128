package io.orderfield.om;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Says of an entity manager that it is the one of Order Management: the server has two. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface OmData {}
