/** The administrators' pages: reference data, users, imports. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.administration;
