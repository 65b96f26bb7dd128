/**
 * The house as it stood at commit f8f9984, kept: what was stored there is served by every later build. {@link
 * io.orderfield.upgrade.FixtureRun} made it (with the server built from that commit), {@link
 * io.orderfield.upgrade.UpgradeIT} moves into it.
 */
package io.orderfield.upgrade;
