/** Work notes, the activity of domain orders, in the REST API. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.worknote;
