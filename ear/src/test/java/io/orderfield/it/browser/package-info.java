/**
 * The pages in Chromium, on the server that {@link io.orderfield.it} shares; the editor of decision tables on a page of its
 * own, without that server ({@code TablePage}).
 */
package io.orderfield.it.browser;
