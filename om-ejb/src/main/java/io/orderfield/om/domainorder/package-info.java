/** Domain orders: what a line item is decomposed into, the work orders that each has, and their activity. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.domainorder;
