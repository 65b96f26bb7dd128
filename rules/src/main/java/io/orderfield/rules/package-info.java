/**
 * The decision table <em>Work Order Policy for Domain Order</em>: which work orders a domain order needs.
 *
 * <p>A table comes in as CSV ({@link io.orderfield.rules.DecisionTableCsv}), every cell is checked against one closed
 * grammar ({@link io.orderfield.rules.Condition}) and becomes typed data ({@link io.orderfield.rules.DecisionTable}).
 * {@link io.orderfield.rules.WorkOrderPolicy} compiles it once per version and answers which rows match, and why. No
 * cell is ever evaluated as code. The rule engine stays behind one package-private class.
 */
@NullMarked
package io.orderfield.rules;

import org.jspecify.annotations.NullMarked;
