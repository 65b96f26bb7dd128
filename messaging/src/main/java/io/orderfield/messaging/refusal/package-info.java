/** The no of a business rule, with its stable code: the same in a problem document, on a page and in an answer message. */
@org.jspecify.annotations.NullMarked
package io.orderfield.messaging.refusal;
