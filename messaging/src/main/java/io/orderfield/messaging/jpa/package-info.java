/** What the persistence units of every module share: column types that both databases agree on. */
@org.jspecify.annotations.NullMarked
package io.orderfield.messaging.jpa;
