/** Closing of domain orders: never before their work is closed. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.closing;
