/** Signing in and out. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.login;
