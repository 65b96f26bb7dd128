/** Test cases of decision tables: facts, and the work orders that a table is to want for them. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.policy.testcase;
