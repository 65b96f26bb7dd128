/** Order Management: customer orders, their decomposition into domain orders, and the work that they ask for. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om;
