/** How Orderfield writes and reads JSON: in messages, in the REST API and in stored documents alike. */
@org.jspecify.annotations.NullMarked
package io.orderfield.messaging.json;
