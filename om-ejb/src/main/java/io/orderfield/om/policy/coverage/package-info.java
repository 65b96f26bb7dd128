/** What the catalog and the customers have that a decision table may ask for, and which rows can be met by it. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.policy.coverage;
