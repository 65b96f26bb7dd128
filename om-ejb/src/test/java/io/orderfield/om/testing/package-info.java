/** What the tests of Order Management share. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.testing;
