/** The published versions of the work order policy, kept in the database and compiled once per node. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.policy;
