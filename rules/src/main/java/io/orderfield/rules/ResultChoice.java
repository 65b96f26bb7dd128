package io.orderfield.rules;

/** A result that is one of a few fixed words in the table. */
interface ResultChoice {

    /** How the table writes it, lower case with spaces. */
    String cellText();
}
