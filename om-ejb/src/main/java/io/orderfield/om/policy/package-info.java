/**
 * Decision tables that business people own: the versions that were published and decide, the drafts that are being written,
 * and how one becomes the other. Versions are kept in the database for ever and built on each node when they are first
 * needed.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.policy;
