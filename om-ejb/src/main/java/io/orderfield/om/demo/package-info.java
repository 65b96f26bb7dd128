/** Demo users, customers, catalog and orders; only with DEMO_ENABLED=true. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.demo;
