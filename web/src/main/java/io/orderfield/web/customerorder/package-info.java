/** Customer orders and their line items in the REST API. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.customerorder;
