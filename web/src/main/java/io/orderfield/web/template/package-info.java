/** Pages on which an administrator writes work order templates. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.template;
