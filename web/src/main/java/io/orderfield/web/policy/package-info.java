/** The Work Order Policy for Domain Order in the REST API. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.policy;
