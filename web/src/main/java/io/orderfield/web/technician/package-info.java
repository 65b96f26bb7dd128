/** Technicians: the calls of the REST API, and the pages on which an administrator writes them. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.technician;
