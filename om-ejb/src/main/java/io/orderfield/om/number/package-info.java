/** The numbers that people know records by, such as ORD0001001, from sequences of the database. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.number;
