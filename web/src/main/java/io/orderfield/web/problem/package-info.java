/** Problem documents (RFC 9457): the one place where a refusal or failure becomes an HTTP status and words. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.problem;
