/**
 * The floor under the synchronization benchmark: the same hop by the same protocol with nothing but JDBC and the client of the
 * broker. A process of its own, whose class path is the resource adapter's jars and the JDBC drivers.
 */
package io.orderfield.benchmark.floor;
