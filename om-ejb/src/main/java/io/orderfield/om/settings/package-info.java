/**
 * What an administrator may set while the house is at work. A variable is the default, a row in the database overrides it, and
 * every node sees that with its next transaction. Knows the names of all variables, to warn about misspelled ones.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.settings;
