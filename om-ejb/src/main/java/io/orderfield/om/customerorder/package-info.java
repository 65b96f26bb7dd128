/** Customer orders and their line items: from draft through approval to completion, changes in flight and the point of no return. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.customerorder;
