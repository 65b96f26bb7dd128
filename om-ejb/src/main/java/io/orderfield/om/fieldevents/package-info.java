/** What Field Service reports: snapshots, entries, gaps between them, and the repair of links. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.fieldevents;
