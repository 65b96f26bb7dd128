/** Taking orders: what agents and partners do with customer orders and their items, lists, CSV, previews and views. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.ordering;
