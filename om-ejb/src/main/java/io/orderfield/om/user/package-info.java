/** Who signs in, with which roles, and who is calling now. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.user;
