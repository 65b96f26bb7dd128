/**
 * Servers with settings of their own, that are started, stopped and killed: what a start is the subject of, or what would
 * disturb everybody else. They bring H2 and broker along where nothing else is said. They run beside the classes that share
 * a server ({@link io.orderfield.it.own.OwnServer}); the long forms are tagged {@code full}.
 */
package io.orderfield.it.own;
