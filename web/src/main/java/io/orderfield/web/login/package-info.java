/** Signing in and out, and what is one's own: who one is, the password and the sessions, by calls of the REST API and pages. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.login;
