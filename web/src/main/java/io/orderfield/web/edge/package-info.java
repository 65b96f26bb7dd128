/** What every request passes before anything else of the application: its form, where it comes from, and the page's content security policy. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.edge;
