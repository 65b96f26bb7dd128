/** Templates and technicians of the demonstration; nothing of it exists unless {@code DEMO_ENABLED} is true. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.demo;
