/** Changes of items in progress: asked for, decided, applied. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.inflight;
