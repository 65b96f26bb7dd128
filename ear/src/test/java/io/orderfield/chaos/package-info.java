/** The long form of the chaos suite, by {@code mvn -Pchaos verify}; its short form is {@code ChaosIT}. */
package io.orderfield.chaos;
