/** The life of the rows of decision tables: how often each counted, and what became of the work that it wanted. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.policy.life;
