/**
 * Decision tables: conditions in the columns, what counts at the end of the row. The one of today is the <em>Work Order
 * Policy for Domain Order</em>: which work orders a domain order needs.
 *
 * <p>What columns a table has is data ({@link io.orderfield.rules.TableShape}). What people type is a draft
 * ({@link io.orderfield.rules.DraftRow}); every cell is checked against one closed grammar
 * ({@link io.orderfield.rules.Condition}) and becomes typed data ({@link io.orderfield.rules.DecisionTable}).
 * {@link io.orderfield.rules.CompiledTable} is made once per version and answers which rows count, and why. No cell is ever
 * evaluated as code. The rule engine stays behind one package-private class. Files are read and written in
 * {@code io.orderfield.rules.files}.
 */
@NullMarked
package io.orderfield.rules;

import org.jspecify.annotations.NullMarked;
