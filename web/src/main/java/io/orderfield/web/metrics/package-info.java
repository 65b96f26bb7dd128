/** The server's figures, for an administrator or a scraper with a token of its own. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.metrics;
