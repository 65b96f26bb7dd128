/** The dispatcher's board: what waits for a technician, and the technicians' day. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.dispatch;
