/** Work order templates: what a work order of a kind consists of. Owned here; Order Management keeps a read copy. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.template;
