/** Photos and documents of tasks: where they are kept, and small pictures. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.attachment;
