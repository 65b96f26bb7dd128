/** The figures, by {@code mvn -Pbenchmark verify}. */
package io.orderfield.benchmark;
