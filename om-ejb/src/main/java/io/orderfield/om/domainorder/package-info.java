/** Domain orders: what a line item is decomposed into, the work orders that each wants and has, and their closing. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.domainorder;
