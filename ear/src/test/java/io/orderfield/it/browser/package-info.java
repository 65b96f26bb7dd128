/** The pages in Chromium, on the server that {@link io.orderfield.it} shares. */
package io.orderfield.it.browser;
