/** Work orders and their tasks in the REST API. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.workorder;
