/**
 * Replays of drafts: what a draft would have wanted of the domain orders that were decided lately and of those that are open,
 * held against what was wanted. Nothing is changed by it.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.policy.replay;
