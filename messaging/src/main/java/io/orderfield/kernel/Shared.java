package io.orderfield.kernel;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One object serves everybody. It is made by its one constructor, the container's and the tests' alike: there is no proxy
 * before it, which would need an empty one. So it holds what lasts as long as itself, and no two of them hold each other.
 */
@Stereotype
@Singleton
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shared {}
