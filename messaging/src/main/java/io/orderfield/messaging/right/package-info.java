/** Who may do what: one table, and the one check that reads it. */
@org.jspecify.annotations.NullMarked
package io.orderfield.messaging.right;
