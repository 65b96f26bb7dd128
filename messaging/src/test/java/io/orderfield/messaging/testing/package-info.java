/** What the tests of every module share: databases of both kinds, and fakes of the delivery's ports. */
@org.jspecify.annotations.NullMarked
package io.orderfield.messaging.testing;
