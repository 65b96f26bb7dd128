/** Who is calling: the one authentication mechanism of the application, tokens, and the brake on guessing passwords. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.security;
