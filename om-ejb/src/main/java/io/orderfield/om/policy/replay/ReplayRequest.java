package io.orderfield.om.policy.replay;

import org.jspecify.annotations.Nullable;

/**
 * What to replay a draft over: the domain orders that were decided in the last days, and all open ones.
 *
 * @param days 1 to 366; 90 when it is left out
 */
public record ReplayRequest(@Nullable Integer days) {}
