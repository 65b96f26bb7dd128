/** Users, their passwords, secrets and sessions, for administrators: the calls of the REST API and the pages. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.user;
