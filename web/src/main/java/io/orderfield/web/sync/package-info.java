/** The synchronization in the REST API, on the administrator's page and in the metrics. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.sync;
