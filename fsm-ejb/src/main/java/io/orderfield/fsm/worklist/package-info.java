/** Lists of work orders and of visits. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.worklist;
