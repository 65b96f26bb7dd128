/** What a dispatcher looks at: which tasks wait, who does what when, who would be right for a task. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.board;
