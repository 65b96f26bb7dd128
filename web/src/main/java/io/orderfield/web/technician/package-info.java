/** Pages on which an administrator writes technicians. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.technician;
