/** What every other package stands on; it depends on nothing of ours. */
@org.jspecify.annotations.NullMarked
package io.orderfield.kernel;
