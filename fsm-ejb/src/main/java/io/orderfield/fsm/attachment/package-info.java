/** Photos and documents of tasks: where they are kept, small pictures, and what is tidied up. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.attachment;
